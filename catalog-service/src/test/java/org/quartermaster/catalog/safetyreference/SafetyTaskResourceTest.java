package org.quartermaster.catalog.safetyreference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Tasks are written by managers for their tenant and by data admins for all, and cite what is listed. */
@CatalogTest
class SafetyTaskResourceTest {
    private static final String TASK = """
            {"task_id": "write", "task_name": "Writing on walls", "synonyms": ["graffiti"], "maintenance_type": "w_repair",
             "tool_classes": ["EC001391"], "controls": [{"kind": "eliminate", "text": "Leave it"}, "Wet the wall"],
             "hazards": [{"code": "w_dust", "severity": 4, "likelihood": 4, "standards": ["1995.38(d)(1)", "W77"],
               "mandatory_ppe": ["w_mask"], "recommended_ppe": ["w_muff"]}]}
            """;
    private static final String SHARED = TASK.replaceFirst("\\{", "{\"shared\": true, ");

    private SafetyLibraryRows rows;

    @BeforeEach
    void fillTheLists() throws SQLException {
        rows = SafetyLibraryRows.open();
    }

    @Test
    void aTaskIsKeptWithItsRiskItsUnionsAndItsCitationsInFull() {
        var path = rows.create("manager", "/tasks", TASK);

        rows.get(path)
                .statusCode(200)
                .body("shared", equalTo(false))
                .body("risk_level", equalTo("critical"))
                .body("hazards[0].standards", contains("29 CFR 1995.38(d)(1)", "ANSI W77-2020"))
                .body("osha_standards", contains("29 CFR 1995.38(d)(1)"))
                .body("mandatory_ppe", contains("w_mask"))
                .body("recommended_ppe", contains("w_muff"))
                .body("controls[0].kind", equalTo("eliminate"))
                .body("version", equalTo(1));
        rows.post("viewer", "/assess", "{\"task\": \"graffiti\"}").body("matched.task_id", contains("write"));
    }

    @Test
    void aChangeMakesANewVersionAndTheSameOneDoesNot() {
        var path = rows.create("manager", "/tasks", TASK);

        rows.put("manager", path, TASK).statusCode(200).body("version", equalTo(1));
        rows.put("manager", path, TASK.replace("\"severity\": 4", "\"severity\": 1"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("risk_level", equalTo("medium"));
        rows.tenant()
                .manager()
                .header("If-Match", "\"1.x\"")
                .delete(SafetyLibraryRows.PATH + path)
                .then()
                .statusCode(412);
        rows.delete("manager", path).statusCode(204);
        rows.get(path).statusCode(404);
    }

    @Test
    void whatIsWrittenStandsInTheLog() throws SQLException {
        rows.delete("manager", rows.create("manager", "/tasks", TASK)).statusCode(204);

        try (var session = CatalogSession.in(rows.tenant().id())) {
            assertThat(session.value("""
                            select string_agg(action, ',' order by timestamp) from catalog.activitylog
                            where entity_type = 'safety_task'
                            """)).isEqualTo("created,deleted");
        }
    }

    @Test
    void aTaskOfATenantIsUnknownToOthers() {
        var path = rows.create("manager", "/tasks", TASK);
        var id = Integer.valueOf(path.substring(path.lastIndexOf('/') + 1));
        var other = new SafetyLibraryRows(TestTenant.create());

        other.get(path).statusCode(404);
        other.put("manager", path, TASK).statusCode(404);
        other.delete("manager", path).statusCode(404);
        other.get("/tasks?limit=100").body("items.id", not(hasItem(id)));
        other.post("viewer", "/assess", "{\"task_id\": \"write\"}").body("unknown", contains("write"));
        other.create("manager", "/tasks", TASK);
    }

    @Test
    void aSharedTaskIsReadByAllAndWrittenByDataAdminsAlone() {
        rows.post("manager", "/tasks", SHARED).statusCode(403);
        rows.post("data-admin", "/tasks", TASK).statusCode(403);
        rows.post("viewer", "/tasks", TASK).statusCode(403);
        var path = rows.create("data-admin", "/tasks", SHARED);

        new SafetyLibraryRows(TestTenant.create()).get(path).statusCode(200).body("shared", equalTo(true));
        rows.post("data-admin", "/tasks", SHARED).statusCode(409).body("errors[0].field", equalTo("task_id"));
        rows.put("manager", path, SHARED).statusCode(403);
        rows.delete("manager", path).statusCode(403);
        rows.put("data-admin", path, SHARED.replace("Writing", "Drawing"))
                .statusCode(200)
                .body("task_name", equalTo("Drawing on walls"));
        rows.delete("data-admin", path).statusCode(204);
    }

    @Test
    void aNameIsTakenOnceInATenant() {
        rows.create("manager", "/tasks", TASK);

        rows.post("manager", "/tasks", TASK).statusCode(409).body("errors[0].field", equalTo("task_id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1995.38(d)(1) | 1993.38 | citation.not_in_list | hazards[0].standards[0] | 29 CFR 1995.38",
                "W77 | W77-2017 | citation.not_in_list | hazards[0].standards[1] | ANSI W77-2020"
            })
    void aCitationThatIsInNoListIsRefusedWithTheNearest(
            String part, String wrong, String code, String field, String nearest) {
        rows.post("manager", "/tasks", TASK.replace(part, wrong))
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].nearest.standard", hasItem(nearest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w_dust | w_dusts | hazard.unknown | hazards[0].code | w_dust",
                "w_mask | w_masks | ppe.unknown | hazards[0].mandatory_ppe[0] | w_mask",
                "w_muff | w_muf | ppe.unknown | hazards[0].recommended_ppe[0] | w_muff"
            })
    void aCodeThatIsInNoListIsRefusedWithTheNearest(
            String part, String wrong, String code, String field, String nearest) {
        rows.post("manager", "/tasks", TASK.replace(part, wrong))
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].nearest[0].code", equalTo(nearest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"severity\": 4 | \"severity\": 6 | hazards[0].severity",
                "\"severity\": 4 | \"severity\": null | hazards[0].severity",
                "\"likelihood\": 4 | \"likelihood\": 0 | hazards[0].likelihood",
                "\"code\": \"w_dust\", | | hazards[0].code",
                "\"EC001391\" | \"EC12\" | tool_classes[0]",
                "\"eliminate\" | \"ignore\" | controls[0].kind",
                "\"graffiti\" | \" \" | synonyms[0]",
                "\"Writing on walls\" | \" \" | task_name",
                "\"task_id\": \"write\" | \"task\": \"write\" | task_id",
                "\"maintenance_type\" | \"colour\" | colour"
            })
    void aWrongValueIsNamed(String part, String wrong, String field) {
        rows.post("manager", "/tasks", TASK.replace(part, wrong == null ? "" : wrong))
                .statusCode(422)
                .body("errors.field", hasItem(field));
    }

    @Test
    void aWordThatIsNoneIsWrongInAFilterToo() {
        rows.get("/tasks?risk_level=awful").statusCode(422);
        rows.get("/tasks?colour=red").statusCode(400);
        rows.get("/tasks/none").statusCode(404);
    }
}
