package org.quartermaster.catalog.safetyreference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;

/** What advice rests on is written by data admins for all, and stays while anything cites it. */
@CatalogTest
class SafetyStandardResourceTest {
    private static final String ADMIN = "data-admin";
    private static final String SECTION = """
            {"cfr": "29 CFR 1992.7", "title": "Rhymes", "description": "Rhymes at work", "requirements": "Few of them",
             "required_ppe": ["w_mask"], "applies_to": ["poets"], "legal_reference_url": "https://www.ecfr.gov/1992.7"}
            """;
    private static final String EDITION = """
            {"standard": "ANSI V9-2020", "family": "V9", "edition": "2020", "body": "V", "title": "Rhymes",
             "description": "Facts", "standard_type": "verse", "markings": {"V+": "rhymed"}}
            """;
    private static final String HAZARD = "{\"code\": \"w rhyme\", \"name\": \"Bad rhymes\"}";
    private static final String PPE = """
            {"code": "w_plug", "name": "Plug", "unspsc_code": "46181901", "osha_sections": ["1995.38"]}
            """;

    private SafetyLibraryRows rows;

    @BeforeEach
    void fillTheLists() throws SQLException {
        rows = SafetyLibraryRows.open();
    }

    @Test
    void aSectionIsWrittenShownChangedAndDeleted() {
        rows.post("manager", "/osha", SECTION).statusCode(403);
        var path = rows.create(ADMIN, "/osha", SECTION);

        rows.get(path)
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("part", equalTo("1992"))
                .body("section", equalTo("7"))
                .body("mandatory", equalTo(true))
                .body("jurisdiction", equalTo("US"))
                .body("risk_level", equalTo("medium"));
        rows.post(ADMIN, "/osha", SECTION).statusCode(409).body("errors[0].field", equalTo("cfr"));
        rows.put(ADMIN, path, SECTION.replace("Rhymes\"", "Metres\""))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("title", equalTo("Metres"));
        rows.put("manager", path, SECTION).statusCode(403);
        rows.delete("manager", path).statusCode(403);
        rows.delete(ADMIN, path).statusCode(204);
        rows.delete(ADMIN, path).statusCode(404);
    }

    @Test
    void anEditionAndWhatEquipmentHasToBearByIt() {
        var edition = rows.create(ADMIN, "/ansi", EDITION);
        var id = edition.substring(edition.lastIndexOf('/') + 1);
        var bears = """
                {"equipment_type": "verse plug", "ansi_standard_id": %s, "ppe_code": "w_muff", "protection_level": "high"}
                """.formatted(id);
        var specification = rows.create(ADMIN, "/equipment-specifications", bears);

        rows.get(edition).body("edition_status", equalTo("current")).body("markings.'V+'", equalTo("rhymed"));
        rows.get(specification).body("protection_level", equalTo("high"));
        rows.post(ADMIN, "/ansi", EDITION.replace("V9-2020", "V9-2024"))
                .statusCode(409)
                .body("errors[0].field", equalTo("edition_status"));
        rows.delete(ADMIN, edition).statusCode(409).body("code", equalTo("in_use"));
        rows.post(
                        ADMIN,
                        "/equipment-specifications",
                        bears.replace("verse", "prose").replace(id, "999999999"))
                .statusCode(422)
                .body("errors[0].field", equalTo("ansi_standard_id"))
                .body("errors[0].code", equalTo("reference.unknown"));
        rows.put(ADMIN, specification, bears.replace("w_muff", "w_muf"))
                .statusCode(422)
                .body("code", equalTo("ppe.unknown"));
        rows.delete(ADMIN, specification).statusCode(204);
        rows.put(ADMIN, edition, EDITION.replace("\"2020\"", "\"2020\", \"edition_status\": \"withdrawn\""))
                .body("edition_status", equalTo("withdrawn"));
        rows.delete(ADMIN, edition).statusCode(204);
    }

    @Test
    void hazardsAndEquipmentAreFoundByTheirCodes() {
        var hazard = rows.create(ADMIN, "/hazards", HAZARD);
        var equipment = rows.create(ADMIN, "/ppe-types", PPE);

        rows.get("/hazards?q=bad rhymes").body("items.code", contains("w rhyme"));
        rows.get(equipment).statusCode(200).body("osha_sections", contains("29 CFR 1995.38"));
        rows.put(ADMIN, equipment, PPE.replace("\"Plug\"", "\"Plugs\"")).body("name", equalTo("Plugs"));
        rows.post(ADMIN, "/ppe-types", PPE).statusCode(409).body("errors[0].field", equalTo("code"));
        rows.delete(ADMIN, "/osha/1995/38").statusCode(409).body("code", equalTo("in_use"));
        rows.delete("manager", equipment).statusCode(403);
        rows.delete(ADMIN, equipment).statusCode(204);
        rows.get(equipment).statusCode(404);
        rows.tenant()
                .as(ADMIN)
                .urlEncodingEnabled(false)
                .delete(SafetyLibraryRows.PATH + hazard)
                .then()
                .statusCode(204);
    }

    @Test
    void aChangeByAnOldCopyIsRefused() {
        var path = rows.create(ADMIN, "/hazards", "{\"code\": \"w_old\", \"name\": \"Old\"}");
        var tag = rows.get(path).extract().header("ETag");

        rows.put(ADMIN, path, "{\"code\": \"w_old\", \"name\": \"New\"}").statusCode(200);
        rows.tenant()
                .as(ADMIN)
                .header("If-Match", tag)
                .delete(SafetyLibraryRows.PATH + path)
                .then()
                .statusCode(412);
        rows.delete(ADMIN, path).statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({"/hazards/w_noise", "/ppe-types/w_muff", "/osha/1994/38", "/ansi/%s"})
    void whatATenantsTaskCitesStays(String path) {
        var edition = rows.get("/ansi?family=W77&status=superseded")
                .extract()
                .jsonPath()
                .getString("items[0].id");
        var task = rows.create("manager", "/tasks", """
                {"task_id": "cite", "task_name": "Citing", "hazards": [{"code": "w_noise", "severity": 1, "likelihood": 1,
                  "standards": ["1994.38(a)", "W77-2014"], "mandatory_ppe": ["w_muff"]}]}
                """);

        rows.delete(ADMIN, path.formatted(edition)).statusCode(409).body("code", equalTo("in_use"));
        rows.delete("manager", task).statusCode(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "29 CFR 1992.7 | 1992.7 | cfr",
                "\"title\" | \"part\": \"1910\", \"title\" | part",
                "https://www | ftp://www | legal_reference_url",
                "\"title\" | \"jurisdiction\": \"UK\", \"title\" | jurisdiction",
                "\"title\" | \"risk_level\": \"awful\", \"title\" | risk_level",
                "\"title\" | \"effective_from\": \"2020-01-02\", \"effective_to\": \"2020-01-02\", \"title\" | effective_to",
                "\"title\": \"Rhymes\", | | title",
                "\"poets\" | 7 | applies_to",
                "w_mask | w_masks | required_ppe[0]"
            })
    void aWrongValueOfASectionIsNamed(String part, String wrong, String field) {
        rows.post(ADMIN, "/osha", SECTION.replace(part, wrong == null ? "" : wrong))
                .statusCode(422)
                .body("errors.field", hasItem(field));
    }

    @Test
    void whatIsNoObjectIsNoRow() {
        rows.post(ADMIN, "/hazards", "[]").statusCode(422);
        rows.post(ADMIN, "/hazards", "{").statusCode(400);
        rows.post(ADMIN, "/hazards", "{\"code\": \"w\\u0000\", \"name\": \"N\"}")
                .statusCode(422);
        rows.get("/osha/1992/none").statusCode(404);
        rows.get("/ansi?status=fresh").statusCode(422);
    }
}
