package org.quartermaster.equipment.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class NearestResourceTest {
    private static final String PATH = "/api/v1/equipment";
    private static final double EARTH_M = 6_371_008.8;

    private final TestTenant tenant = TestTenant.create();

    private record Place(String name, double lat, double lon) {}

    private void put(Place place) {
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"%s\",\"equipment_type\":\"tractor\",\"current_lat\":%s,\"current_lon\":%s}"
                        .formatted(place.name, place.lat, place.lon))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    /** Great circle by the haversine formula, independent of the chord that the database sorts by. */
    private static double distance(Place place, double lat, double lon) {
        var phi = Math.toRadians(place.lat - lat);
        var lambda = Math.toRadians(place.lon - lon);
        var h = Math.pow(Math.sin(phi / 2), 2)
                + Math.cos(Math.toRadians(lat))
                        * Math.cos(Math.toRadians(place.lat))
                        * Math.pow(Math.sin(lambda / 2), 2);
        return 2 * EARTH_M * Math.asin(Math.sqrt(h));
    }

    @Test
    void nearestFindsTheSameAsBruteForceOverTheAntimeridianToo() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var places = IntStream.range(0, 40)
                .mapToObj(i -> new Place(
                        "p" + i,
                        Math.round((random.nextDouble() * 180 - 90) * 1e6) / 1e6,
                        Math.round((random.nextDouble() * 360 - 180) * 1e6) / 1e6))
                .toList();
        places.forEach(this::put);

        var found = tenant.as("viewer")
                .get(PATH + "/nearest?lat=10&lon=179.9&limit=10")
                .then()
                .statusCode(200)
                .body("count", equalTo(10))
                .extract()
                .<List<String>>path("equipment.name");

        var expected = places.stream()
                .sorted(Comparator.comparingDouble(place -> distance(place, 10, 179.9)))
                .limit(10)
                .map(Place::name)
                .toList();
        assertThat(found).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void distanceIsInMetresAndLimits() {
        put(new Place("north", 1, 0));
        put(new Place("far", 50, 50));

        tenant.as("viewer")
                .get(PATH + "/nearest?lat=0&lon=0&max_distance_m=200000")
                .then()
                .statusCode(200)
                .body("equipment.name", contains("north"));
        var metres = tenant.as("viewer")
                .get(PATH + "/nearest?lat=0&lon=0&limit=1")
                .then()
                .extract()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE))
                .getDouble("equipment[0].distance_m");
        assertThat(metres).isCloseTo(111_195.08, Offset.offset(1.0));
        tenant.as("viewer")
                .get(PATH + "/nearest?lat=0")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("missing"));
        tenant.as("viewer").get(PATH + "/nearest?lat=91&lon=0").then().statusCode(422);
    }
}
