package org.quartermaster.procurement.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.quartermaster.procurement.OcdsFile.packageOf;
import static org.quartermaster.procurement.OcdsFile.value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What becomes of a publisher's file. */
@ProcurementTest
class ImportTest {
    private static final String GLOVES = """
            {"id": "2026/17", "title": "Работни ракавици", "description": "Кожни ракавици за монтери", "status": "active",
             "value": {"amount": 1234567.89, "currency": "MKD"},
             "classification": {"scheme": "CPV", "id": "18141000-9"}, "procurementMethod": "open",
             "mainProcurementCategory": "goods", "tenderPeriod": {"startDate": "2026-03-02T08:00:00Z", "endDate": "2099-04-01"},
             "lots": [{"id": "L1", "title": "Lot one", "value": {"amount": 5.5, "currency": "MKD"}}],
             "items": [{"id": "1", "description": "Gloves", "quantity": 100, "relatedLot": "L1",
               "classification": {"scheme": "CPV", "id": "18141000-9"}, "unit": {"name": "pair"}}],
             "documents": [{"id": "d1", "title": "Notice", "url": "https://example.org/n.pdf", "format": "application/pdf"}]}
            """;

    private final OcdsFile file = OcdsFile.create();

    private static final String STATE = """
            select string_agg(t.tender_id || ' ' || t.title || ' ' || coalesce(t.closing_date::text, '') || ' '
              || t.material_version || ' ' || t.rv || ' ' || t.updated_at || ' ' || p.compiled::text, '; ' order by t.tender_id)
            from procurement.tenders t join procurement.ocds_processes p on p.process_id = t.process_id where t.ocid like ?
            """;

    private String state() {
        return value(STATE, file.ocid("") + "%");
    }

    private static final String COMPILED = """
            select string_agg(tender_id || compiled::text || welded, '; ' order by tender_id)
            from procurement.ocds_processes where ocid like ?
            """;

    private static String compiled(OcdsFile file) {
        return value(COMPILED, file.ocid("") + "%");
    }

    @Test
    void aReleaseBecomesATenderWithItsParts() {
        var ended = file.load(packageOf(file.release("1", "r1", "2026-03-01T10:00:00Z", GLOVES)));

        assertThat(ended.getString("state")).isEqualTo("succeeded");
        assertThat(ended.getLong("result.releases_new")).isEqualTo(1);
        assertThat(ended.getLong("result.processes_changed")).isEqualTo(1);
        var row = value("""
                select concat_ws('|', tender_id, title, procuring_entity, status, estimated_value, estimated_value_mkd,
                  cpv_code, cpv_codes, source_reference, language, lots_count, documents_count, closing_date at time zone 'UTC')
                from procurement.tenders where ocid = ?
                """, file.ocid("1"));
        assertThat(row)
                .isEqualTo(file.ocid("1") + "|Работни ракавици|Општина Битола|open|1234567.8900|1234567.8900|18141000-9"
                        + "|{18141000}|2026/17|mk|1|1|2099-04-01 23:59:59");
        assertThat(value("""
                        select e.name from procurement.tender_entity_link l join procurement.entities e using (entity_id)
                        where l.tender_id = ? and l.entity_type = 'buyer'
                        """, file.ocid("1"))).isEqualTo("Општина Битола");
    }

    @Test
    void importingAFileAgainChangesNothing() {
        var text = packageOf(
                file.release("1", "r1", "2026-03-01T10:00:00Z", GLOVES),
                file.release("1", "r2", "2026-03-02", "{\"title\": \"New\"}"));
        file.load(text);
        var before = state();
        var changes = value("select count(*) from procurement.tender_changes c where c.tender_id = ?", file.ocid("1"));

        var ended = file.load(text);

        assertThat(ended.getLong("result.releases_duplicate")).isEqualTo(2);
        assertThat(ended.getLong("result.releases_new")).isZero();
        assertThat(ended.getLong("result.processes")).isEqualTo(1);
        assertThat(ended.getLong("result.processes_changed")).isZero();
        assertThat(state()).isEqualTo(before);
        assertThat(value("select count(*) from procurement.tender_changes c where c.tender_id = ?", file.ocid("1")))
                .isEqualTo(changes);
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        var other = new OcdsFile(file.mark() + "x", file.source());
        var dates = List.of("2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-03T10:00:00Z");
        var titles = List.of(
                "{\"title\": \"One\"}", "{\"title\": \"Two\", \"description\": \"x\"}", "{\"title\": \"Three\"}");

        for (var i : List.of(0, 1, 2)) {
            file.load(packageOf(file.release("1", "r" + i, dates.get(i), titles.get(i))));
        }
        for (var i : List.of(2, 0, 1)) {
            other.load(packageOf(other.release("1", "r" + i, dates.get(i), titles.get(i))));
        }

        assertThat(compiled(other).replace(other.mark(), file.mark())).isEqualTo(compiled(file));
        assertThat(compiled(file)).contains("Three");
    }

    @Test
    void aBrokenLineIsToldOfAndTheOthersAreImported() {
        var lines = file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"title\": \"a\"}") + "\n{\"ocid\": \n"
                + file.release("2", "r2", "2026-03-01T10:00:00Z", "{\"title\": \"b\"}");
        var job = file.send(lines, "");

        var ended = file.ended(job);

        assertThat(ended.getLong("result.releases_new")).isEqualTo(2);
        assertThat(ended.getLong("result.releases_rejected")).isEqualTo(1);
        given().auth()
                .oauth2(OcdsFile.token())
                .get("/api/v1/ocds/imports/" + job + "/issues?severity=error")
                .then()
                .statusCode(200)
                .body("items.position", hasItem(1));
    }

    @Test
    void aFileThatIsNoOcdsFails() {
        var ended = file.load("this is no JSON at all");

        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("error_code")).isEqualTo("not_ocds");
    }

    @Test
    void aPackedFileIsUnpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(packageOf(file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"title\": \"a\"}"))
                    .getBytes(StandardCharsets.UTF_8));
        }

        var job = given().auth()
                .oauth2(OcdsFile.token())
                .contentType("application/gzip")
                .body(bytes.toByteArray())
                .post("/api/v1/ocds/imports?source=" + file.source())
                .then()
                .statusCode(202)
                .extract()
                .<String>path("job_id");

        assertThat(file.ended(job).getLong("result.releases_new")).isEqualTo(1);
    }

    @Test
    void aFormTakesAFileToo() {
        var text = packageOf(file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"title\": \"a\"}"));

        var job = given().auth()
                .oauth2(OcdsFile.token())
                .multiPart("file", "releases.json", text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/ocds/imports?source=" + file.source())
                .then()
                .statusCode(202)
                .extract()
                .<String>path("job_id");

        assertThat(file.ended(job).getLong("result.releases_new")).isEqualTo(1);
    }

    @Test
    void severalBuyersUnderOneOcidAreSeveralTenders() {
        var first = file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"title\": \"a\"}");
        var second = first.replace("\"r1\"", "\"r2\"")
                .replace("2026-03-01", "2026-03-02")
                .replace("MK-EMBS-1", "MK-EMBS-2")
                .replace("Општина Битола", "Општина Охрид");
        var job = file.send(packageOf(first, second), "");

        file.ended(job);

        assertThat(value(
                        "select string_agg(tender_id, ' ' order by tender_id) from procurement.tenders where ocid = ?",
                        file.ocid("1")))
                .matches(file.ocid("1") + " " + file.ocid("1") + "~[0-9a-f]{8}");
        assertThat(value(
                        "select string_agg(code, ' ') from procurement.ocds_import_issues where job_id = ? and code like 'ocid%'",
                        job))
                .isEqualTo("ocid_reused");
    }

    @Test
    void otherContentUnderOneIdIsKeptAndToldOf() {
        var first = file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"title\": \"a\"}");
        file.load(packageOf(first));

        var job = file.send(packageOf(first.replace("\"a\"", "\"b\"")), "");

        assertThat(file.ended(job).getLong("result.releases_new")).isEqualTo(1);
        assertThat(value(
                        "select code from procurement.ocds_import_issues where job_id = ? and code like '%conflict'",
                        job))
                .isEqualTo("release_id_conflict");
    }

    @Test
    void aMovedDeadlineIsOneChangeOfItsClass() {
        file.load(packageOf(file.release("1", "r1", "2026-03-01T10:00:00Z", GLOVES)));

        file.load(packageOf(file.release(
                "1", "r2", "2026-03-05T10:00:00Z", "{\"tenderPeriod\": {\"endDate\": \"2099-05-01T12:00:00Z\"}}")));

        assertThat(value("""
                        select string_agg(classes::text || material_version, ' ' order by change_seq)
                        from procurement.tender_changes where tender_id = ?
                        """, file.ocid("1"))).isEqualTo("{published}1 {deadline_moved}2");
    }

    @Test
    void aStrictImportRejectsWhatTheSchemaRefuses() {
        var wrong = file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"id\": \"t\", \"title\": 17}");
        var fine = file.release("2", "r2", "2026-03-01T10:00:00Z", "{\"id\": \"t\", \"title\": \"a\"}");

        var ended = file.ended(file.send(packageOf(wrong, fine), "&mode=strict"));

        assertThat(ended.getLong("result.releases_new")).isEqualTo(1);
        assertThat(ended.getLong("result.releases_rejected")).isEqualTo(1);
    }

    @Test
    void numbersThatNoColumnHoldsDoNotFailTheFile() {
        var job = file.send(
                packageOf(file.release(
                        "1",
                        "r1",
                        "2026-03-01T10:00:00Z",
                        "{\"title\": \"a\", \"value\": {\"amount\": 1e200000, \"currency\": \"EUR\"}}")),
                "");

        assertThat(file.ended(job).getString("state")).isEqualTo("succeeded");
        assertThat(value(
                        "select code from procurement.ocds_import_issues where job_id = ? and code = 'number_dropped' limit 1",
                        job))
                .isEqualTo("number_dropped");
    }

    @Test
    void theFeedHasEachChangeOnce() {
        var start = value("select coalesce(max(position), 0) from procurement.tender_changes");
        file.load(packageOf(
                file.release("1", "r1", "2026-03-01T10:00:00Z", GLOVES),
                file.release("2", "r1", "2026-03-01T10:00:00Z", GLOVES)));
        var cursor = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"l\":\"ocds-changes\",\"b\":false,\"v\":[\"%s\"]}"
                        .formatted(start)
                        .getBytes(StandardCharsets.UTF_8));

        var page = given().auth()
                .oauth2(OcdsFile.token())
                .get("/api/v1/ocds/changes?limit=1000&cursor=" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(page.getList("items.tender_id", String.class).stream().filter(id -> id.contains(file.mark())))
                .containsExactlyInAnyOrder(file.ocid("1"), file.ocid("2"));
        assertThat(page.getString("next_cursor")).isNotBlank();
    }

    @Test
    void onlyADataAdminImports() {
        TestOrganization.create()
                .as("admin")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/ocds/imports?source=x")
                .then()
                .statusCode(403);
    }

    @Test
    void aSourceIsRequiredAndASlug() {
        given().auth()
                .oauth2(OcdsFile.token())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/ocds/imports?source=No Slug")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("source"));
    }
}
