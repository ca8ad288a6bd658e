package org.quartermaster.equipment.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
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
            return Map.of(
                    "qm.auth", "demo",
                    "mp.openapi.scan.disable", "true",
                    "quarkus.smallrye-openapi.ignore-static-document", "false");
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
        var committed = yaml.readTree(Path.of("src/main/openapi/openapi.yaml").toFile());

        var served = yaml.readTree(
                given().queryParam("format", "json").get("/q/openapi").asString());

        assertTrue(committed.equals(DemoStartTest::compareNumbers, served), served::toString);
    }

    /** NB: 1000000 may come back as 1E+6. */
    private static int compareNumbers(JsonNode one, JsonNode other) {
        var equal = one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
        return equal ? 0 : 1;
    }
}
