package org.quartermaster.vehicle.asset;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class WeightResourceTest {
    private static final String WEIGHTS = "/api/v1/completion-weights/";
    private final Fleet fleet = Fleet.create();

    private ValidatableResponse put(String type, Object body) {
        return fleet.tenant()
                .as("data-admin")
                .contentType(ContentType.JSON)
                .body(body)
                .put(WEIGHTS + type)
                .then();
    }

    private ValidatableResponse get(String path) {
        return fleet.tenant().as("viewer").get(WEIGHTS + path).then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"field_name\":\"full_name\",\"weight_percent\":99}]",
                "[{\"field_name\":\"full_name\",\"weight_percent\":101}]",
                "[{\"field_name\":\"full_name\",\"weight_percent\":-1}]",
                "[{\"field_name\":\"colour\",\"weight_percent\":100}]",
                "[{\"field_name\":\"full_name\",\"weight_percent\":50},{\"field_name\":\"full_name\",\"weight_percent\":50}]"
            })
    void aSetThatCannotBeIsRefusedAndNothingChanges(String weights) {
        int before = get("person").extract().path("version");

        put("person", "{\"weights\":" + weights + "}").statusCode(422);

        get("person").statusCode(200).body("version", is(before));
    }

    @Test
    void aFieldThatTheEntityLacksIsNamed() {
        put("person", "{\"weights\":[{\"field_name\":\"colour\",\"weight_percent\":100}]}")
                .statusCode(422)
                .body("code", is("unknown_field"))
                .body("errors.field", is(List.of("weights[0].field_name")));
    }

    @Test
    void aSumOtherThanAHundredIsNamed() {
        put("person", "{\"weights\":[{\"field_name\":\"full_name\",\"weight_percent\":90}]}")
                .statusCode(422)
                .body("code", is("weights_sum"))
                .body("sum", is(90));
    }

    @Test
    void everyChangeMakesAVersionAndOldOnesStay() {
        int before = get("organization").extract().path("version");

        put("organization", "{\"note\":\"n\",\"weights\":[{\"field_name\":\"name\",\"weight_percent\":100}]}")
                .statusCode(200)
                .body("version", is(before + 1))
                .body("weights.field_name", is(List.of("name")))
                .body("rescore_job_id", nullValue());

        get("organization/versions")
                .body("items[0].version", is(before + 1))
                .body("items[0].note", is("n"))
                .body("items[1].version", is(before));
        fleet.tenant()
                .as("manager")
                .contentType(ContentType.JSON)
                .body("{}")
                .put(WEIGHTS + "person")
                .then()
                .statusCode(403);
        get("planet").statusCode(404);
    }

    @Test
    void aChangeRescoresDraftsAndVerifiedAssetsButNotTheScoreOfTheVerification() throws SQLException {
        int version = get("vehicle").extract().path("version");
        var draft = fleet.asset(Map.of("make", "BMW"));
        var verified = fleet.verified();
        List<Map<String, Object>> seed = get("vehicle").extract().path("weights");

        var weights = new ArrayList<Map<String, Object>>();
        for (var weight : seed) {
            var changed = new HashMap<>(weight);
            var shift = Map.of("make", 2, "vin", -2).getOrDefault((String) weight.get("field_name"), 0);
            changed.put("weight_percent", (int) weight.get("weight_percent") + shift);
            weights.add(changed);
        }
        String job = put("vehicle", Map.of("weights", weights))
                .statusCode(200)
                .extract()
                .path("rescore_job_id");

        await("the job ends")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(
                        "succeeded",
                        fleet.tenant()
                                .as("data-admin")
                                .get("/api/v1/jobs/" + job)
                                .path("state")));
        fleet.get("/" + draft).body("completeness_score", is(10.0f));
        fleet.get("/" + verified)
                .body("data_status", is("verified"))
                .body("completeness_score", is(79.0f))
                .body("verified_version", is(version));
        put("vehicle", Map.of("weights", seed)).statusCode(200);
    }
}
