package org.quartermaster.equipment.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;

@EquipmentTest
@TestProfile(DemoStartTest.DemoMode.class)
class DemoStartTest {

    /** As the local stack starts the service. */
    public static final class DemoMode implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("qm.auth", "demo");
        }
    }

    @Test
    void startInDemoModeWritesTheFarmBeforeTheFirstRequest() {
        given().get("/api/v1/equipment").then().statusCode(200).body("total", equalTo(5));
        given().get("/api/v1/equipment/alerts").then().statusCode(200).body("count", equalTo(2));
    }
}
