package org.quartermaster.procurement.setting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Settings of an organization. */
@ProcurementTest
class SettingResourceTest {
    private static final String PATH = "/api/v1/admin/settings";

    private final TestOrganization organization = TestOrganization.create();

    private ValidatableResponse put(String key, String value, String type) {
        return organization
                .as("admin")
                .contentType(ContentType.JSON)
                .body("{\"value\": %s, \"type\": \"%s\"}".formatted(value, type))
                .put(PATH + "/" + key)
                .then();
    }

    @Test
    void areMadeChangedListedAndRemoved() {
        put("report.footer", "\"Thanks\"", "string").statusCode(200).body("setting_value", equalTo("Thanks"));
        put("report.footer", "{\"en\": \"Thanks\"}", "json")
                .statusCode(200)
                .body("setting_value.en", equalTo("Thanks"));
        put("margin", "1.50", "decimal").statusCode(200);

        organization.as("admin").get(PATH).then().body("items.setting_key", contains("margin", "report.footer"));
        organization.as("admin").delete(PATH + "/margin").then().statusCode(204);
        organization.as("admin").delete(PATH + "/margin").then().statusCode(404);
        organization
                .as("admin")
                .get("/api/v1/admin/audit")
                .then()
                .body("items[0].action", equalTo("setting.deleted"))
                .body("items[0].changes.before", equalTo("1.50"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, '\"ten\"', integer, int_parsing",
        "limit, 1.5, integer, int_parsing",
        "rate, true, decimal, float_parsing",
        "shown, '\"maybe\"', boolean, bool_parsing",
        "pause, '\"5 min\"', duration, duration_parsing",
        "layout, '\"{\"', json, json_parsing",
        "footer, 5, string, type",
        "mail.password, '\"x\"', string, secret_setting",
        "a b, 5, integer, string_pattern",
        "limit, 5, number, enum",
        "limit, null, integer, missing"
    })
    void takeNothingThatIsNotOfTheirTypeAndNoSecret(String key, String value, String type, String code) {
        put(key, value, type).statusCode(422).body("errors[0].code", equalTo(code));
    }

    @Test
    void areOfTheOrganizationAndItsAdministratorsAlone() {
        put("mine", "1", "integer").statusCode(200);

        organization.as("manager").get(PATH).then().statusCode(403);
        TestOrganization.create().as("admin").get(PATH).then().body("items.size()", equalTo(0));
        TestOrganization.create().as("admin").delete(PATH + "/mine").then().statusCode(404);
    }
}
