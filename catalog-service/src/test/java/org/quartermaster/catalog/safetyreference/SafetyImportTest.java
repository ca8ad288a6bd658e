package org.quartermaster.catalog.safetyreference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.reference.ReferenceFiles;

/** The lists of safety come in by files, and twice has the effect of once. */
@CatalogTest
class SafetyImportTest {
    private static final String TASKS = """
            task_id,task_name,synonyms,maintenance_type,hazard_code,severity_1_5,likelihood_1_5,osha_sections,mandatory_ppe,\
            recommended_ppe,tool_etim_classes
            """;

    private final ReferenceFiles files = new ReferenceFiles();
    private SafetyLibraryRows rows;

    @BeforeEach
    void fillTheLists() throws SQLException {
        rows = SafetyLibraryRows.open();
    }

    private static List<Integer> counts(JsonPath job) {
        return List.of("created", "updated", "unchanged", "rejected").stream()
                .map(count -> job.getInt("result." + count))
                .toList();
    }

    @Test
    void sectionsComeWithTheirLinks() {
        var file = """
                cfr,title,subpart,industry,ecfr_url
                29 CFR 1996.7,Grobbling,D,general,https://www.ecfr.gov/g
                1996.8,No form,D,general,https://www.ecfr.gov/g
                29 CFR 1996.9,,D,general,https://www.ecfr.gov/h
                29 CFR 1996.10,No link,D,general,here
                29 CFR 1996.7,Twice,D,general,https://www.ecfr.gov/g
                """;

        var job = files.load("osha", file);

        assertThat(counts(job)).containsExactly(1, 0, 0, 4);
        assertThat(job.getList("errors.code"))
                .containsExactly("string_pattern", "missing", "string_pattern", "reference.duplicate_row");
        assertThat(counts(files.load("osha", file))).containsExactly(0, 0, 1, 4);
        rows.get("/osha/1996/7")
                .body("title", equalTo("Grobbling"))
                .body("applies_to", contains("general"))
                .body("legal_reference_url", equalTo("https://www.ecfr.gov/g"))
                .body("version", equalTo(1));
    }

    @Test
    void theLogSaysWhoImportedWhat() {
        var job = files.load("osha", "cfr,title,ecfr_url\n29 CFR 1996.21,Drubbing,https://www.ecfr.gov/g\n");

        files.log()
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("imported"))
                .body("items[0].entity_id", equalTo(job.getString("job_id")))
                .body("items[0].details.after.kind", equalTo("osha"))
                .body("items[0].details.after.created", equalTo(1));
    }

    @Test
    void aNewEditionTakesThePlaceOfTheOneBefore() {
        var header = "designation,family,edition,status,title,standard_type,body,cited_by,fact_status,note\n";
        files.load("ansi", header + "ANSI G1-2018,G1,2018,current,Grobs,grob,G,29 CFR 1; 29 CFR 2,checked,\n");

        var job = files.load("ansi", header + """
                ANSI G1-2024,G1,2024,current,Grobs,grob,G,,general-knowledge,Level 1
                ANSI G1-2025,G1,2025,current,Grobs,grob,G,,checked,
                ANSI G1-2018,G1,2018,superseded,Grobs,grob,G,29 CFR 1; 29 CFR 2,checked,
                ANSI G1-1974,G1,1974,withdrawn-but-cited,Grobs,grob,G,,checked,
                ANSI G1-1975,G1,1975,mislaid,Grobs,grob,G,,checked,
                """);

        assertThat(counts(job)).containsExactly(2, 1, 0, 2);
        assertThat(job.getList("errors.code")).containsExactlyInAnyOrder("duplicate", "enum");
        rows.get("/ansi?family=G1")
                .body("items.standard", contains("ANSI G1-1974", "ANSI G1-2018", "ANSI G1-2024"))
                .body("items.edition_status", contains("withdrawn", "superseded", "current"))
                .body("items[1].cited_by", contains("29 CFR 1", "29 CFR 2"))
                .body("items[2].description", equalTo("Level 1. Not checked: verify before relying on it."));
        rows.get("/citations/check?citation=G1-2018").body("current_edition", equalTo("ANSI G1-2024"));
    }

    @Test
    void equipmentComesWithItsClassesAndSections() {
        var file = """
                ppe_code,name,unspsc_code,etim_class,osha_sections,consensus_family
                i_hat,Hat of the import,46181704,EC002100,29 CFR 1995.38;1994.38,Z89.1
                i_cap,Cap,4618,EC002100,,
                i_bonnet,Bonnet,46181704,EC21,,
                i_hood,Hood,46181704,EC002100,29 CFR 1993.38,
                """;

        var job = files.load("ppe-types", file);

        assertThat(counts(job)).containsExactly(1, 0, 0, 3);
        assertThat(job.getList("errors.code")).containsExactly("unspsc.form", "etim.form", "citation.not_in_list");
        assertThat(counts(files.load("ppe-types", file))).containsExactly(0, 0, 1, 3);
        assertThat(counts(files.load("ppe-types", "code,name\ni_hat,Hat\n"))).containsExactly(0, 1, 0, 0);
        rows.get("/ppe-types/i_hat")
                .body("name", equalTo("Hat"))
                .body("osha_sections", contains("29 CFR 1995.38", "29 CFR 1994.38"));
    }

    @Test
    void tasksComeWithARowForEachHazard() {
        var file = TASKS + """
                i_hum,Humming,hum;sing,i_repair,w_dust,4,4,1995.38(d),w_mask,,EC001391
                i_hum,Humming,hum;sing,i_repair,w_noise,2,2,,,w_muff,EC001391
                i_hum,Whistling,hum;sing,i_repair,w_rhyme,2,2,,,,EC001391
                i_hop,Hopping,,,w_dust,9,2,,,,
                i_hop,Hopping,,,w_dust,2,2,1993.38,,,
                i_hop,Hopping,,,w_dust,2,2,,w_nothing,,
                """;

        var job = files.load("safety-tasks", file);

        assertThat(counts(job)).containsExactly(2, 0, 0, 4);
        assertThat(job.getList("errors.code"))
                .containsExactly("hazard.unknown", "hazard.rating", "citation.not_in_list", "ppe.unknown");
        assertThat(counts(files.load("safety-tasks", file))).containsExactly(0, 0, 2, 4);
        rows.get("/tasks?q=i_hum")
                .body("items[0].shared", equalTo(true))
                .body("items[0].version", equalTo(1))
                .body("items[0].risk_level", equalTo("critical"))
                .body("items[0].hazards.code", contains("w_dust", "w_noise"))
                .body("items[0].osha_standards", contains("29 CFR 1995.38(d)"));
        rows.post("viewer", "/assess", "{\"task\": \"sing\"}").body("matched.task_id", contains("i_hum"));
        assertThat(counts(files.load("safety-tasks", TASKS + "i_hum,Humming,hum,i_repair,w_noise,3,3,,,,\n")))
                .containsExactly(0, 1, 0, 0);
        rows.get("/tasks?q=i_hum")
                .body("items[0].hazards.code", contains("w_dust", "w_noise"))
                .body("items[0].hazards[1].severity", equalTo(3));
    }

    @Test
    void rowsThatCallATaskOtherwiseAreNotOfIt() {
        var job = files.load("safety-tasks", TASKS + """
                i_nod,Nodding,,,w_dust,2,2,,,,
                i_nod,Shaking,,,w_noise,2,2,,,,
                """);

        assertThat(counts(job)).containsExactly(1, 0, 0, 1);
        assertThat(job.getList("errors.code")).containsExactly("safety_task.differs");
    }

    @Test
    void aDryRunShowsWhatItWouldDoAndDoesNothing() {
        var file = (TASKS + "i_dry,Drying,,,w_dust,2,2,,,,\n").getBytes(StandardCharsets.UTF_8);

        var job = files.load("safety-tasks", file, Map.of("dry_run", "true"));

        assertThat(counts(job)).containsExactly(1, 0, 0, 0);
        assertThat(job.getString("result.preview[0].after.task_name")).isEqualTo("Drying");
        rows.get("/tasks?q=i_dry").body("items", empty());
    }

    @Test
    void whatAFullFileLacksIsGoneUnlessItIsCited() {
        rows.create("manager", "/tools", """
                {"tool_name": "Grob", "category": "g", "hazards": [], "osha_standards": ["1995.38"]}
                """);
        var header = "cfr,title,ecfr_url\n";
        var whole = header + "29 CFR 1996.1,Kept,https://www.ecfr.gov/1\n29 CFR 1996.2,Gone,https://www.ecfr.gov/2\n";
        files.load("osha", whole);
        var all = rows.get("/osha").extract().jsonPath().getInt("total");

        var job = files.load(
                "osha",
                whole.replaceFirst("29 CFR 1996.2.*", "").getBytes(StandardCharsets.UTF_8),
                Map.of("full", "true", "dry_run", "true"));

        assertThat(job.getInt("result.deleted")).isBetween(1, all - 2);
        rows.get("/osha/1996/2").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"osha", "ansi", "ppe-types", "safety-tasks"})
    void whatIsNoSuchTableFailsBeforeAnyRow(String kind) {
        var job = files.load(kind, "number,title\n1,x\n");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("errors.code")).containsExactly("reference.column_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"osha", "ansi", "ppe-types", "safety-tasks"})
    void onlyADataAdminImports(String kind) {
        rows.tenant()
                .as("admin")
                .multiPart("file", "a.csv", "cfr,title\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports/" + kind)
                .then()
                .statusCode(403);
    }
}
