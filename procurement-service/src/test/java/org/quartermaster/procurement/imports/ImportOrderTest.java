package org.quartermaster.procurement.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;
import static org.quartermaster.procurement.OcdsFile.packageOf;
import static org.quartermaster.procurement.OcdsFile.value;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.list.Cursor;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What a client may say of an import, and what it is told of one. */
@ProcurementTest
class ImportOrderTest {
    private static final String DATE = "2026-03-01T10:00:00Z";
    private static final String TITLE = "{\"id\": \"t\", \"title\": \"%s\"}";

    private final OcdsFile file = OcdsFile.create();
    private final TestOrganization organization = TestOrganization.create();

    private String gloves(String end) {
        return packageOf(file.release(end, "r1", DATE, TITLE.formatted("Gloves " + end)));
    }

    private String alert() {
        return organization
                .post("viewer", "/api/v1/alerts", """
                        {"name": "All of it", "criteria": {"sources": ["%s"]}}""".formatted(file.source()))
                .statusCode(201)
                .extract()
                .path("alert_id");
    }

    private List<String> matched(String alert) {
        return organization
                .as("viewer")
                .get("/api/v1/alerts/" + alert + "/matches")
                .then()
                .statusCode(200)
                .extract()
                .path("items.tender_id");
    }

    private static String events(String entity, String id) {
        return value("select count(*) from platform.outbox where entity = ? and entity_id = ?", entity, id);
    }

    @Test
    void anImportWithoutEventsTellsOfItsEndAlone() {
        var alert = alert();
        var silent = file.send(gloves("1"), "&events=none");
        assertThat(file.ended(silent).getLong("result.processes_changed")).isEqualTo(1);

        file.load(gloves("2"));

        await("the match of the import that tells").until(() -> matched(alert), found -> !found.isEmpty());
        assertThat(matched(alert)).containsExactly(file.ocid("2"));
        assertThat(events("tender", file.ocid("1"))).isEqualTo("0");
        assertThat(events("tender", file.ocid("2"))).isEqualTo("1");
        assertThat(events("ocds_import", silent)).isEqualTo("1");
    }

    @Test
    void theSameFileIsNotTakenTwiceAtOnce() throws Exception {
        var text = gloves("1");
        String job;
        try (var connection = ProcurementDatabase.system()) {
            connection.setAutoCommit(false);
            Sql.query(
                    connection,
                    "select pg_advisory_xact_lock(hashtextextended('procurement.processes', 0))",
                    row -> null);
            job = file.send(text, "");

            given().auth()
                    .oauth2(OcdsFile.token())
                    .contentType("application/json")
                    .body(text)
                    .post("/api/v1/ocds/imports?source=" + file.source())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("file_being_imported"));
        }

        assertThat(file.ended(job).getString("state")).isEqualTo("succeeded");
        assertThat(file.load(text).getLong("result.releases_duplicate")).isEqualTo(1);
    }

    @Test
    void aReleaseThatMayBeOfSeveralProcessesWaitsAndIsToldOf() {
        var release = file.release("1", "r1", DATE, TITLE.formatted("One"));
        var stranger = release.replace("\"r1\"", "\"r2\"")
                .replace("MK-EMBS-1", "MK-EMBS-2")
                .replace("Општина Битола", "Општина Охрид");
        var nobody = """
                {"ocid": "%s", "id": "r3", "date": "%s", "tag": ["tender"], "initiationType": "tender"}
                """.formatted(file.ocid("1"), DATE);

        var job = file.send(packageOf(release, stranger, nobody), "");

        assertThat(file.ended(job).getString("state")).isEqualTo("succeeded");
        assertThat(given().auth()
                        .oauth2(OcdsFile.token())
                        .get("/api/v1/ocds/imports/" + job + "/issues")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.code"))
                .contains("ocid_reused", "weld_ambiguous");
    }

    @Test
    void aCursorWhoseChangeIsGoneIsGoneToo() throws Exception {
        file.load(gloves("1"));
        file.load(gloves("2"));
        var position = value("select position from procurement.tender_changes where tender_id = ?", file.ocid("1"));
        var cursor = new Cursor("ocds-changes", false, List.of(position)).encode();
        changes(cursor).statusCode(200);

        try (var connection = ProcurementDatabase.as("procurement_owner")) {
            Sql.update(connection, "delete from procurement.tender_changes where tender_id = ?", file.ocid("1"));
        }

        changes(cursor).statusCode(410).body("code", equalTo("cursor_gone"));
    }

    private ValidatableResponse changes(String cursor) {
        return organization
                .as("viewer")
                .get("/api/v1/ocds/changes?cursor=" + cursor)
                .then();
    }
}
