package org.quartermaster.equipment.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void theCommittedDocumentIsServed() throws IOException {
        var yaml = new ObjectMapper(new YAMLFactory());
        var committed = Files.readString(Path.of("src/main/openapi/openapi.yaml"));

        assertEquals(committed, given().get("/q/openapi").asString());
        for (var json : List.of(
                given().queryParam("format", "json").get("/q/openapi"),
                given().accept("application/json").get("/q/openapi"))) {
            assertEquals(yaml.readTree(committed), yaml.readTree(json.asString()));
        }
    }
}
