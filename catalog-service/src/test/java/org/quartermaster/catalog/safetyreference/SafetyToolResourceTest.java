package org.quartermaster.catalog.safetyreference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Tools with the risk of their use, of a tenant or of all. */
@CatalogTest
class SafetyToolResourceTest {
    private static final String TOOL = """
            {"tool_name": "Spray gun", "aliases": ["sprayer"], "category": "paint", "unspsc_code": "27112700",
             "etim_class": "EC001391", "risk_level": "high", "hazards": ["w_dust"], "osha_standards": ["1995.38"],
             "mandatory_ppe": ["w_mask"], "training_required": true}
            """;
    private static final String SHARED = TOOL.replaceFirst("\\{", "{\"shared\": true, ");

    private SafetyLibraryRows rows;

    @BeforeEach
    void fillTheLists() throws SQLException {
        rows = SafetyLibraryRows.open();
    }

    @Test
    void aToolIsWrittenShownChangedAndDeleted() {
        var path = rows.create("manager", "/tools", TOOL);

        rows.get(path)
                .body("osha_standards", contains("29 CFR 1995.38"))
                .body("training_required", equalTo(true))
                .body("certification_required", equalTo(false));
        rows.get("/tools?hazard=w_dust&risk_level=high&q=SPRAYER").body("items.tool_name", hasItem("Spray gun"));
        rows.put("manager", path, TOOL.replace("\"high\"", "\"low\""))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("risk_level", equalTo("low"));
        rows.post("manager", "/tools", TOOL.replace("Spray gun", " spray  GUN "))
                .statusCode(409)
                .body("errors[0].field", equalTo("tool_name"));
        rows.delete("manager", path).statusCode(204);
        rows.get(path).statusCode(404);
    }

    @Test
    void aToolIsFoundByTheMaintenanceThatItsTasksBelongTo() {
        var kind = "repair_" + rows.tenant().id().substring(0, 8);
        rows.create("manager", "/tools", TOOL);
        rows.create("manager", "/tasks", """
                {"task_id": "mend", "task_name": "Mending", "maintenance_type": "%s", "hazards": [],
                 "tool_classes": ["EC001391"]}
                """.formatted(kind));

        rows.get("/tools?maintenance_type=" + kind).body("items.tool_name", contains("Spray gun"));
        rows.get("/tools?maintenance_type=none").body("items", empty());
    }

    @Test
    void aToolOfATenantIsUnknownToOthers() {
        var path = rows.create("manager", "/tools", TOOL);
        var id = Integer.valueOf(path.substring(path.lastIndexOf('/') + 1));
        var other = new SafetyLibraryRows(TestTenant.create());

        other.get(path).statusCode(404);
        other.put("manager", path, TOOL).statusCode(404);
        other.delete("manager", path).statusCode(404);
        other.get("/tools?limit=100").body("items.id", not(hasItem(id)));
    }

    @Test
    void aSharedToolIsWrittenByDataAdminsAlone() {
        rows.post("manager", "/tools", SHARED).statusCode(403);
        var path = rows.create("data-admin", "/tools", SHARED);

        rows.put("manager", path, SHARED).statusCode(403);
        rows.delete("data-admin", path).statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"w_dust\" | \"w_dusts\" | hazard.unknown | hazards[0]",
                "\"w_mask\" | \"w_masks\" | ppe.unknown | mandatory_ppe[0]",
                "1995.38 | 1993.38 | citation.not_in_list | osha_standards[0]",
                "27112700 | 2711 | validation_failed | unspsc_code",
                "EC001391 | EC12 | validation_failed | etim_class",
                "\"high\" | \"awful\" | validation_failed | risk_level",
                "\"paint\" | \"\" | validation_failed | category"
            })
    void aWrongValueIsNamed(String part, String wrong, String code, String field) {
        rows.post("manager", "/tools", TOOL.replace(part, wrong))
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field));
    }
}
