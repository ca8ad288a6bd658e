package org.quartermaster.equipment.rule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class RuleResourceTest {
    private static final String RULES = "/api/v1/alert-rules";

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse post(String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .post(RULES)
                .then();
    }

    private ValidatableResponse patch(String id, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .patch(RULES + "/" + id)
                .then();
    }

    private String rule(String json) {
        return post(json).statusCode(201).extract().path("rule_id");
    }

    @Test
    void ruleIsMadeShownChangedAndDeleted() {
        var id = rule("""
                {"kind": "threshold", "name": " Too hot ", "measure": "measures.coolant_c", "direction": "above",
                 "raise_at": 105.50, "clear_at": 95, "raise_count": 3}
                """);

        var tag = tenant.as("viewer")
                .get(RULES + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Too hot"))
                .body("raise_at", equalTo(105.5f))
                .body("clear_at", equalTo(95))
                .body("clear_count", equalTo(1))
                .body("priority", equalTo("medium"))
                .body("enabled", equalTo(true))
                .body("equipment_id", nullValue())
                .body("version", equalTo(1))
                .extract()
                .header("ETag");
        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get(RULES + "/" + id)
                .then()
                .statusCode(304);
        patch(id, "{\"priority\":\"critical\",\"raise_count\":null}")
                .statusCode(200)
                .body("priority", equalTo("critical"))
                .body("raise_count", equalTo(1))
                .body("version", equalTo(2));
        patch(id, "{\"priority\":\"critical\",\"clear_at\":95.0}")
                .statusCode(200)
                .body("version", equalTo(2));
        tenant.manager().header("If-Match", tag).delete(RULES + "/" + id).then().statusCode(412);
        tenant.manager().delete(RULES + "/" + id).then().statusCode(204);
        tenant.manager().delete(RULES + "/" + id).then().statusCode(404).body("code", equalTo("rule_not_found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"threshold\",\"name\":\"a\"} | measure | missing",
                "{\"kind\":\"threshold\",\"name\":\"a\",\"measure\":\"heat\",\"direction\":\"above\",\"raise_at\":1}"
                        + " | measure | enum",
                "{\"kind\":\"threshold\",\"name\":\"a\",\"measure\":\"km\",\"direction\":\"above\",\"raise_at\":1,"
                        + "\"clear_at\":2} | clear_at | less_than_equal",
                "{\"kind\":\"threshold\",\"name\":\"a\",\"measure\":\"km\",\"direction\":\"below\",\"raise_at\":3,"
                        + "\"clear_at\":2} | clear_at | greater_than_equal",
                "{\"kind\":\"threshold\",\"name\":\"a\",\"measure\":\"km\",\"direction\":\"below\",\"raise_at\":3,"
                        + "\"raise_count\":0} | raise_count | greater_than_equal",
                "{\"kind\":\"low_fuel\",\"name\":\"a\",\"raise_at\":101} | raise_at | less_than_equal",
                "{\"kind\":\"low_fuel\",\"name\":\"a\",\"raise_at\":30,\"clear_at\":20} | clear_at | greater_than_equal",
                "{\"kind\":\"low_fuel\",\"name\":\"a\",\"measure\":\"km\"} | measure | not_of_kind",
                "{\"kind\":\"fuel_drop\",\"name\":\"a\"} | raise_at | missing",
                "{\"kind\":\"fuel_drop\",\"name\":\"a\",\"raise_at\":5,\"clear_at\":1} | clear_at | not_of_kind",
                "{\"kind\":\"silent\",\"name\":\"a\",\"raise_at\":0.5} | raise_at | greater_than_equal",
                "{\"kind\":\"geofence\",\"name\":\"a\"} | settings | missing",
                "{\"kind\":\"geofence\",\"name\":\"a\",\"settings\":{\"zone_id\":\"zone_x\"}}"
                        + " | settings.zone_id | zone_not_found",
                "{\"kind\":\"geofence\",\"name\":\"a\",\"settings\":{\"zone_id\":\"zone_x\",\"b\":1}}"
                        + " | settings.b | unknown_field",
                "{\"kind\":\"manual\",\"name\":\"a\"} | kind | enum",
                "{\"kind\":\"silent\",\"name\":\"a\",\"colour\":1} | colour | unknown_field"
            })
    void wrongRulesAreRefused(String body, String field, String code) {
        post(body).statusCode(422).body("errors[0].field", equalTo(field)).body("errors[0].code", equalTo(code));
    }

    @Test
    void thereIsOneRuleOfAKindForAMachineOrTheTenantButManyThresholds() {
        var low = "{\"kind\":\"low_fuel\",\"name\":\"Low\"}";
        var hot = "{\"kind\":\"threshold\",\"name\":\"T\",\"measure\":\"km\",\"direction\":\"above\",\"raise_at\":1}";
        var id = post(low)
                .statusCode(201)
                .body("raise_at", equalTo(20))
                .body("clear_at", equalTo(25))
                .extract()
                .<String>path("rule_id");

        post(low).statusCode(409).body("errors[0].field", equalTo("kind"));
        rule(hot);
        rule(hot);
        tenant.as("viewer")
                .get(RULES + "?kind=threshold&limit=1")
                .then()
                .body("total", equalTo(2))
                .body("items.kind", contains("threshold"));
        tenant.manager().delete(RULES + "/" + id).then().statusCode(204);
        rule(low);
    }

    @Test
    void onlyManagersMakeRulesAndOtherTenantsSeeNone() {
        var id = rule("{\"kind\":\"silent\",\"name\":\"S\",\"raise_at\":60}");

        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(RULES)
                .then()
                .statusCode(403);
        TestTenant.create().manager().get(RULES + "/" + id).then().statusCode(404);
        TestTenant.create().manager().delete(RULES + "/" + id).then().statusCode(404);
        post("{\"kind\":\"silent\",\"name\":\"S\",\"equipment_id\":\"eq_none\"}")
                .statusCode(404);
        tenant.as("viewer").get(RULES).then().body("items.rule_id", containsInAnyOrder(id));
        tenant.as("viewer").get(RULES + "?colour=1").then().statusCode(400);
    }
}
