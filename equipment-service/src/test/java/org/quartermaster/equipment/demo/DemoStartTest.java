package org.quartermaster.equipment.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.access.Strict;

@EquipmentTest
@TestProfile(Strict.class)
class DemoStartTest {
    @Test
    void startInDemoModeWritesTheFarmBeforeTheFirstRequest() {
        given().get("/api/v1/equipment").then().statusCode(200).body("total", equalTo(5));
        given().get("/api/v1/equipment/alerts").then().statusCode(200).body("count", equalTo(2));
    }
}
