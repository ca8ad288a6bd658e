package org.quartermaster.catalog.safety;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.platform.testing.TestTenant;

/** The tools that the work is done with bring their hazards, and their sound and vibration where that is known. */
@CatalogTest
class ToolAssessmentTest {
    private static final String LISTS = """
            insert into catalog.unspsccode (code, title, source, folded_title) values
              ('09000000', 'Hammers of the desk', 'import', 'hammers') on conflict do nothing;
            insert into catalog.hazard (code, name) values ('b_dust', 'Quartz'), ('b_noise', 'Noise')
              on conflict do nothing;
            insert into catalog.ppetype (code, name, osha_sections) values ('b_muff', 'Muff', '["29 CFR 1991.95"]'),
              ('b_glove', 'Glove', '[]') on conflict do nothing;
            insert into catalog.oshastandard (cfr, part, section, title, description, requirements, legal_reference_url)
              values ('29 CFR 1991.95', '1991', '95', 'Noise', '-', '-', 'https://www.ecfr.gov/n')
              on conflict do nothing
            """;
    private static final String OWN = """
            insert into catalog.taskhazardmapping (tenant_id, task_id, task_name, tool_classes, hazards) values
              ('%1$s', 'pound', 'Pounding walls', '["EC999901"]', '[{"code": "b_dust", "severity": 2, "likelihood": 2,
                "standards": [], "mandatory_ppe": [], "recommended_ppe": ["b_muff"]}]');
            insert into catalog.toolriskclassification (tenant_id, tool_name, aliases, category, unspsc_code, risk_level,
              hazards, osha_standards, mandatory_ppe, recommended_ppe)
              values ('%1$s', 'Pounder', '["big hammer"]', 'power', '09000000', 'critical', '["b_noise", "b_dust"]',
                '["29 CFR 1991.95(a)"]', '["b_muff"]', '["b_glove"]');
            insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence, status)
              values ('%1$s', %2$d, '09000000', 1, 'confirmed')
            """;
    private static final String FEATURES = """
            {"items": [{"spec_name": "Sound pressure level", "spec_value": "95 dB(A)"},
              {"spec_name": "Sound power level", "spec_value": "106 dB(A)"},
              {"spec_name": "Vibration emission value ah", "value_num": 5, "unit": "m/s²"},
              {"spec_name": "Vibration uncertainty K", "value_num": 9, "unit": "m/s²"}]}
            """;

    private final TestTenant tenant = TestTenant.create();
    private long pounder;

    @BeforeEach
    void fillTheLists() throws SQLException {
        pounder = TestProducts.add(tenant.id(), "P-1", "Pounder 3000", "");
        try (var system = CatalogSession.as("catalog_system");
                var session = CatalogSession.in(tenant.id())) {
            system.run(LISTS);
            session.run(OWN.formatted(tenant.id(), pounder));
        }
    }

    private ValidatableResponse assess(String json) {
        return assess(tenant, json);
    }

    private ValidatableResponse assess(TestTenant asking, String json) {
        return asking.as("viewer")
                .contentType(ContentType.JSON)
                .body(json.formatted(pounder))
                .post("/api/v1/safety/assess")
                .then();
    }

    private void giveFeatures() {
        tenant.manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(FEATURES)
                .put("/api/v1/products/" + pounder + "/specifications")
                .then()
                .statusCode(200);
    }

    @Test
    void aNamedToolBringsItsHazardsStandardsAndEquipment() {
        assess("{\"task_id\": \"pound\", \"tools\": [\"BIG hammer\"]}")
                .statusCode(200)
                .body("risk_level", equalTo("critical"))
                .body("hazards.code", contains("b_dust", "b_noise"))
                .body("hazards[0].because", contains("pound", "Pounder"))
                .body("hazards[0].severity", equalTo(2))
                .body("hazards[1].because", contains("Pounder"))
                .body("hazards[1].severity", nullValue())
                .body("standards.citation", contains("29 CFR 1991.95(a)"))
                .body("standards[0].because", contains("b_dust", "b_noise"))
                .body("ppe.mandatory.ppe_code", contains("b_muff"))
                .body("ppe.recommended.ppe_code", contains("b_glove"))
                .body("tools[0].tool_name", equalTo("Pounder"))
                .body("tools[0].because", contains("BIG hammer"))
                .body("tools[0].products.sku", contains("P-1"))
                .body("tools[1].etim_class", equalTo("EC999901"))
                .body("tools[1].because", contains("pound"))
                .body("tools[1].risk_level", nullValue());
    }

    @Test
    void aProductIsTheToolOfItsClassAndIsHeardAndFelt() {
        giveFeatures();

        assess("{\"task\": \"pounding walls for 3 hours\", \"product_ids\": [%d]}")
                .statusCode(200)
                .body("unknown", empty())
                .body("tools[0].because", contains("P-1"))
                .body("exposure.noise.dose_percent", equalTo(75.0f))
                .body("exposure.noise.steps[0].formula", equalTo("table D-2 at 95 dB(A)"))
                .body("exposure.vibration.points", equalTo(150.0f))
                .body("exposure.vibration.action_exceeded", equalTo(true))
                .body("exposure.vibration.limit_exceeded", equalTo(false));
    }

    @Test
    void givenHoursAndLevelsGoBeforeThoseThatAreRead() {
        giveFeatures();

        assess("""
                {"task": "pounding walls for 3 hours", "product_ids": [%d],
                 "exposure": {"hours": 8, "noise": [{"level_dba": 90, "hours": 8}]}}
                """)
                .body("exposure.noise.dose_percent", equalTo(100.0f))
                .body("exposure.vibration.points", equalTo(400.0f));
    }

    @Test
    void withoutHoursTheExposureIsUnknownAndSaysSo() {
        giveFeatures();

        assess("{\"task_id\": \"pound\", \"product_ids\": [%d]}")
                .body("exposure.noise", nullValue())
                .body("exposure.vibration", nullValue())
                .body("unknown", contains("hours with P-1"));
    }

    @Test
    void aProductOfNoKnownToolIsUnknown() throws SQLException {
        var sponge = TestProducts.add(tenant.id(), "S-1", "Sponge", "");

        assess("{\"task_id\": \"pound\", \"product_ids\": [" + sponge + "]}").body("unknown", contains("S-1"));
    }

    @Test
    void aProductOfAnotherTenantIsAsGoodAsNone() {
        var other = TestTenant.create();

        assess(other, "{\"task\": \"x\", \"product_ids\": [%d]}")
                .statusCode(422)
                .body("errors[0].field", equalTo("product_ids[0]"))
                .body("errors[0].code", equalTo("reference.unknown"));
        assess(other, "{\"task\": \"x\", \"tools\": [\"Pounder\"]}").body("unknown", contains("x", "Pounder"));
    }

    @Test
    void sectionsOfAnotherJurisdictionAreLeftOut() {
        assess("{\"task_id\": \"pound\", \"tools\": [\"Pounder\"], \"jurisdiction\": \"EU\"}")
                .body("standards", empty())
                .body("ppe.mandatory[0].ppe_code", equalTo("b_muff"))
                .body("ppe.mandatory[0].standards", empty());
        tenant.as("admin")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"jurisdiction\": \"EU\"}")
                .patch("/api/v1/settings")
                .then()
                .statusCode(200);
        assess("{\"task_id\": \"pound\", \"tools\": [\"Pounder\"]}").body("standards", empty());
        assess("{\"task_id\": \"pound\", \"tools\": [\"Pounder\"], \"jurisdiction\": \"US\"}")
                .body("standards.citation", contains("29 CFR 1991.95(a)"))
                .body("ppe.mandatory[0].standards", contains("29 CFR 1991.95"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"jurisdiction\": \"UK\" | jurisdiction",
                "\"product_ids\": 7 | product_ids",
                "\"product_ids\": [\"7\"] | product_ids[0]",
                "\"exposure\": {\"hours\": 0} | exposure.hours",
                "\"exposure\": {\"hours\": 25} | exposure.hours",
                "\"exposure\": {\"loud\": true} | loud",
                "\"colour\": 7 | colour"
            })
    void aWrongValueIsNamed(String member, String field) {
        assess("{\"task_id\": \"pound\", " + member + "}").statusCode(422).body("errors[0].field", equalTo(field));
    }
}
