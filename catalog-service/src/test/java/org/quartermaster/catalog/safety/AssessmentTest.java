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
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.platform.testing.TestTenant;

/** The safety desk answers from its lists and the tenant's articles, and invents nothing. */
@CatalogTest
class AssessmentTest {
    private static final String LISTS = """
            insert into catalog.unspsccode (code, title, source, folded_title)
              values ('07000000', 'Masks of the desk', 'import', 'masks') on conflict do nothing;
            insert into catalog.hazard (code, name) values ('a_dust', 'Quartz dust') on conflict do nothing;
            insert into catalog.ppetype (code, name, unspsc_code, osha_sections, consensus_family)
              values ('a_mask', 'Dust mask', '07000000', '["29 CFR 1997.34"]', 'A88'),
                ('a_suit', 'Coverall', null, '[]', null) on conflict do nothing;
            insert into catalog.oshastandard (cfr, part, section, title, description, requirements, legal_reference_url)
              values ('29 CFR 1997.34', '1997', '34', 'Masks', '-', '-', 'https://www.ecfr.gov/m')
              on conflict do nothing;
            insert into catalog.ansistandard (standard, family, edition, body, title, description, standard_type)
              values ('ANSI A88-2020', 'A88', '2020', 'A', 'Masks', '-', 'mask') on conflict do nothing
            """;
    private static final String TASKS = """
            insert into catalog.taskhazardmapping (tenant_id, task_id, task_name, synonyms, controls, hazards) values
              ('%1$s', 'grobble', 'Grobbling of quartz', '["grobble stone"]', '[{"kind": "eliminate"}]',
                '[{"code": "a_dust", "severity": 4, "likelihood": 4, "standards": ["29 CFR 1997.34(d)"],
                  "mandatory_ppe": ["a_mask"], "recommended_ppe": ["a_suit"]}]'),
              ('%1$s', 'snurfle', 'Snurfling of pipes', '[]', '[]',
                '[{"code": "a_dust", "severity": 2, "likelihood": 2, "mandatory_ppe": ["a_suit"]}]')
            """;
    private static final String CLASSES = """
            insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence, status)
              values ('%1$s', %2$d, '07000000', 1, 'confirmed'), ('%1$s', %3$d, '07000000', 1, 'confirmed'),
                ('%1$s', %4$d, '07000000', 1, 'proposed');
            insert into catalog.productcertification (tenant_id, product_id, standard_id, source)
              select '%1$s', %2$d, id, 'manual' from catalog.ansistandard where standard = 'ANSI A88-2020'
            """;

    private final TestTenant tenant = TestTenant.create();

    @BeforeEach
    void fillTheLists() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run(LISTS);
        }
        try (var session = CatalogSession.in(tenant.id())) {
            session.run(TASKS.formatted(tenant.id()));
        }
    }

    private ValidatableResponse assess(String json) {
        return tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/safety/assess")
                .then();
    }

    @Test
    void aTaskIsKnownByItsWordsAndAnsweredWithGrounds() {
        assess("{\"task\": \"grobble stone for three hours\", \"exposure\": "
                        + "{\"noise\": [{\"level_dba\": 95, \"hours\": 3}]}}")
                .statusCode(200)
                .body("matched.task_id", contains("grobble"))
                .body("unknown", empty())
                .body("risk_level", equalTo("critical"))
                .body("hazards[0].name", equalTo("Quartz dust"))
                .body("hazards[0].because", contains("grobble"))
                .body("standards[0].url", equalTo("https://www.ecfr.gov/m"))
                .body("standards[0].because", contains("a_dust"))
                .body("controls[0].kind", equalTo("eliminate"))
                .body("ppe.mandatory[0].name", equalTo("Dust mask"))
                .body("ppe.mandatory[0].because", contains("a_dust"))
                .body("ppe.recommended.ppe_code", contains("a_suit"))
                .body("exposure.noise.dose_percent", equalTo(75.0f))
                .body("advisory", equalTo(true));
    }

    @Test
    void ofTwoTasksTheStricterWins() {
        assess("{\"task_id\": \"snurfle\", \"task\": \"grobble stone\"}")
                .body("matched.task_id", contains("snurfle", "grobble"))
                .body("hazards.severity", contains(4))
                .body("ppe.mandatory.ppe_code", contains("a_mask", "a_suit"))
                .body("ppe.recommended", empty());
    }

    @Test
    void articlesAreCompliantByACertificateOfTheCurrentEditionAlone() throws SQLException {
        var certified = TestProducts.add(tenant.id(), "M-1", "Certified mask", "");
        var bare = TestProducts.add(tenant.id(), "M-2", "Bare mask", "");
        var guessed = TestProducts.add(tenant.id(), "M-3", "Guessed mask", "");
        try (var session = CatalogSession.in(tenant.id())) {
            session.run(CLASSES.formatted(tenant.id(), certified, bare, guessed));
        }

        assess("{\"task_id\": \"grobble\"}")
                .body("ppe.mandatory[0].products.compliant.sku", contains("M-1"))
                .body("ppe.mandatory[0].products.unverified.sku", contains("M-2"))
                .body("ppe.mandatory[0].products.compliant[0].price", nullValue())
                .body("ppe.mandatory[0].products.compliant[0].available", equalTo(0));
    }

    @Test
    void whatIsInNoListIsSaidToBeUnknown() {
        assess("{\"task\": \"juggle xylophones\", \"tools\": [\"wand\"]}")
                .statusCode(200)
                .body("matched", empty())
                .body("unknown", contains("juggle xylophones", "wand"))
                .body("risk_level", nullValue())
                .body("ppe.mandatory", empty())
                .body("advisory", equalTo(true));
        assess("{\"tools\": [\"wand\"]}").statusCode(422).body("errors[0].field", equalTo("task"));
    }
}
