package org.quartermaster.catalog.safety;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
import org.quartermaster.platform.testing.TestTenant;

/** The lists of safety are shown, citations held against them, exposures worked out. */
@CatalogTest
class SafetyResourceTest {
    private static final String PATH = "/api/v1/safety";
    private static final String LISTS = """
            insert into catalog.hazard (code, name) values ('r_dust', 'Dust of the desk') on conflict do nothing;
            insert into catalog.ppetype (code, name) values ('r_mask', 'Mask of the desk') on conflict do nothing;
            insert into catalog.oshastandard (cfr, part, section, title, description, requirements, legal_reference_url)
              values ('29 CFR 1999.38', '1999', '38', 'Hands of the desk', '-', '-', 'https://www.ecfr.gov/x')
              on conflict do nothing;
            insert into catalog.ansistandard (standard, family, edition, edition_status, body, title, description,
              standard_type) values ('ANSI R77-2014', 'R77', '2014', 'superseded', 'R', 'Old', '-', 'eye'),
              ('ANSI R77-2020', 'R77', '2020', 'current', 'R', 'New', '-', 'eye') on conflict do nothing
            """;

    private final TestTenant tenant = TestTenant.create();

    @BeforeEach
    void fillTheLists() throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run(LISTS);
        }
    }

    private ValidatableResponse get(String path) {
        return tenant.as("viewer").get(PATH + path).then();
    }

    private ValidatableResponse post(String path, String json) {
        return tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body(json)
                .post(PATH + path)
                .then();
    }

    @Test
    void theListsAreFoundByWordsAndFilters() {
        get("/osha?part=1999&q=HANDS").statusCode(200).body("items.cfr", contains("29 CFR 1999.38"));
        get("/osha/1999/38").statusCode(200).body("legal_reference_url", equalTo("https://www.ecfr.gov/x"));
        get("/osha/1999/39").statusCode(404);
        get("/ansi?family=R77&status=current").body("items.standard", contains("ANSI R77-2020"));
        get("/hazards?q=of the desk").body("items.code", contains("r_dust"));
        get("/ppe-types?q=r_mask").body("items.name", contains("Mask of the desk"));
        get("/equipment-specifications?q=nothing of the kind").body("items", hasSize(0));
        get("/osha?colour=red").statusCode(400);
    }

    @Test
    void aTaskOfTheTenantIsShownToItAlone() throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            session.run("""
                    insert into catalog.taskhazardmapping (tenant_id, task_id, task_name, hazards)
                    values ('%s', 'sweep', 'Sweeping', '[{"code": "r_dust", "severity": 3, "likelihood": 3,
                      "standards": ["29 CFR 1999.38"], "mandatory_ppe": ["r_mask"]}]')
                    """.formatted(tenant.id()));
        }

        var id = get("/tasks?hazard=r_dust&risk_level=high")
                .body("items.task_id", hasItem("sweep"))
                .extract()
                .jsonPath()
                .getLong("items.find { it.task_id == 'sweep' }.id");
        get("/tasks/" + id)
                .body("shared", equalTo(false))
                .body("mandatory_ppe", contains("r_mask"))
                .body("osha_standards", contains("29 CFR 1999.38"));
        TestTenant.create().as("viewer").get(PATH + "/tasks/" + id).then().statusCode(404);
        get("/tools?q=no such tool").statusCode(200).body("total", equalTo(0));
    }

    @Test
    void aCitationIsBroughtToItsRow() {
        get("/citations/check?citation=1999.38(d)(1)")
                .statusCode(200)
                .body("status", equalTo("valid"))
                .body("standard", equalTo("29 CFR 1999.38"))
                .body("paragraph", equalTo("(d)(1)"))
                .body("url", equalTo("https://www.ecfr.gov/x"));
        post("/citations/check", "{\"citations\": [\"ANSI R77-2014\", \"R77-2017\", \"1998.38\", \"what?\"]}")
                .statusCode(200)
                .body("items.status", contains("superseded", "not_in_list", "not_in_list", "not_in_list"))
                .body("items[0].current_edition", equalTo("ANSI R77-2020"))
                .body("items[1].nearest.standard", contains("ANSI R77-2020", "ANSI R77-2014"))
                .body("items[2].nearest.standard", hasItem("29 CFR 1999.38"));
    }

    @Test
    void anExposureIsWorkedOutWithItsArithmetic() {
        post("/exposure", "{\"noise\": [{\"level_dba\": 95, \"hours\": 3}], \"nrr\": 25}")
                .statusCode(200)
                .body("noise.dose_percent", equalTo(75.0f))
                .body("noise.protected_dba", equalTo(77.0f))
                .body("noise.action_level_exceeded", equalTo(true))
                .body("noise.steps[1].formula", equalTo("table D-2 at 95 dB(A)"))
                .body("vibration", nullValue());
        post("/exposure", "{\"vibration\": [{\"a\": 5, \"hours\": 8}]}")
                .body("vibration.points", equalTo(400.0f))
                .body("vibration.a8", equalTo(5.0f))
                .body("vibration.limit_exceeded", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"noise\": [{\"level_dba\": 201, \"hours\": 1}]} | noise[0].level_dba",
                "{\"noise\": [{\"level_dba\": 90, \"hours\": 0}]} | noise[0].hours",
                "{\"vibration\": [{\"a\": 5, \"hours\": 13}, {\"a\": 5, \"hours\": 12}]} | vibration",
                "{\"vibration\": [{\"hours\": 1}]} | vibration[0].a"
            })
    void anExposureOutOfBoundsIsNamed(String json, String field) {
        post("/exposure", json).statusCode(422).body("errors[0].field", equalTo(field));
    }
}
