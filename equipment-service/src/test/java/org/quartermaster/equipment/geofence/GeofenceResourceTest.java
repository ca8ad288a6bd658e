package org.quartermaster.equipment.geofence;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class GeofenceResourceTest {
    private static final String ZONES = "/api/v1/geofences";

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse post(String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .post(ZONES)
                .then();
    }

    private ValidatableResponse patch(String id, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .patch(ZONES + "/" + id)
                .then();
    }

    private ValidatableResponse polygon(String type, String coordinates) {
        return post("{\"name\":\"Z\",\"shape\":\"polygon\",\"polygon\":{\"type\":\"" + type + "\",\"coordinates\":"
                + coordinates + "}}");
    }

    @Test
    void zoneIsDrawnShownChangedAndDeleted() {
        var id = post("{\"name\":\"Yard\",\"shape\":\"circle\",\"center_lat\":15.5,\"center_lon\":44,\"radius_m\":250}")
                .statusCode(201)
                .body("alert_on", equalTo("none"))
                .body("equipment_ids", nullValue())
                .body("polygon", nullValue())
                .extract()
                .<String>path("zone_id");

        var tag = tenant.as("viewer")
                .get(ZONES + "/" + id)
                .then()
                .statusCode(200)
                .body("radius_m", equalTo(250.0f))
                .extract()
                .header("ETag");
        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get(ZONES + "/" + id)
                .then()
                .statusCode(304);
        patch(id, "{\"alert_on\":\"both\",\"name_ar\":\"ساحة\"}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("alert_on", equalTo("both"));
        patch(id, "{\"shape\":\"polygon\"}").statusCode(422).body("errors[0].field", equalTo("polygon"));
        patch(id, """
                {"shape": "polygon",
                 "polygon": {"type": "Polygon", "coordinates": [[[44, 15], [45, 15], [45, 16], [44, 15]]]}}
                """).statusCode(200).body("center_lat", nullValue()).body("polygon.coordinates[0]", hasSize(4));
        tenant.as("viewer")
                .get(ZONES)
                .then()
                .body("items.zone_id", contains(id))
                .body("total", equalTo(1));
        tenant.manager().header("If-Match", tag).delete(ZONES + "/" + id).then().statusCode(412);
        tenant.manager().delete(ZONES + "/" + id).then().statusCode(204);
        tenant.manager().delete(ZONES + "/" + id).then().statusCode(404).body("code", equalTo("zone_not_found"));
        tenant.as("viewer").get(ZONES + "/" + id + "/events").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Polygon | [[[0,0],[1,1],[1,0],[0,1],[0,0]]] | crosses_itself",
                "Polygon | [[[0,0],[2,0],[1,0],[0,0]]] | crosses_itself",
                "Polygon | [[[179,0],[-179,0],[-179,1],[179,1],[179,0]]] | crosses_antimeridian",
                "Polygon | [[[0,0],[1,0],[0,0]]] | polygon_points",
                "Polygon | [[[0,0],[1,0],[1,0],[0,0]]] | polygon_points",
                "Polygon | [[[0,0],[1,0],[1,1],[0,1]]] | ring_not_closed",
                "Polygon | [[[0,0],[1,0],[1,91],[0,0]]] | polygon_position",
                "Polygon | [[[0,0],[1,0],[1,\"1\"],[0,0]]] | polygon_position",
                "Polygon | [[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]] | polygon_hole",
                "Polygon | 7 | polygon_points",
                "MultiPolygon | [] | polygon_points",
                "Point | [0,0] | polygon_type"
            })
    void brokenPolygonsAreRefused(String type, String coordinates, String code) {
        polygon(type, coordinates)
                .statusCode(422)
                .body("errors[0].field", equalTo("polygon"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void zoneAcrossTheAntimeridianIsDrawnInTwoParts() {
        polygon("MultiPolygon", """
                [[[[179,0],[180,0],[180,1],[179,1],[179,0]]], [[[-180,0],[-179,0],[-179,1],[-180,1],[-180,0]]]]
                """).statusCode(201);
    }

    @Test
    void polygonHasAtMost500Corners() {
        polygon("Polygon", ring(500)).statusCode(201);
        polygon("Polygon", ring(501)).statusCode(422).body("errors[0].code", equalTo("polygon_points"));
    }

    private static String ring(int corners) {
        var text = new StringBuilder("[[");
        for (var i = 0; i <= corners; i++) {
            var angle = 2 * Math.PI * (i % corners) / corners;
            text.append(i == 0 ? "" : ",")
                    .append('[')
                    .append(Math.cos(angle))
                    .append(',')
                    .append(Math.sin(angle))
                    .append(']');
        }
        return text.append("]]").toString();
    }

    @Test
    void whatDoesNotBelongToTheShapeIsRefused() {
        var circle = "{\"name\":\"Z\",\"shape\":\"circle\",\"center_lat\":1,\"center_lon\":1,\"radius_m\":";

        post(circle + "9.99}").statusCode(422).body("errors[0].code", equalTo("greater_than_equal"));
        post(circle + "100001}").statusCode(422).body("errors[0].code", equalTo("less_than_equal"));
        post("{\"name\":\"Z\",\"shape\":\"circle\"}")
                .statusCode(422)
                .body("errors.field", contains("center_lat", "center_lon", "radius_m"));
        post(circle + "10,\"polygon\":{}}").statusCode(422);
        post(circle + "10,\"equipment_ids\":[\"eq_none\"]}")
                .statusCode(422)
                .body("errors[0].field", equalTo("equipment_ids[0]"))
                .body("errors[0].code", equalTo("equipment_not_found"));
        post(circle + "10,\"colour\":1}").statusCode(422).body("errors[0].code", equalTo("unknown_field"));
    }

    @Test
    void onlyManagersDrawZonesAndOtherTenantsSeeNone() {
        var id = post("{\"name\":\"Z\",\"shape\":\"circle\",\"center_lat\":1,\"center_lon\":1,\"radius_m\":10}")
                .statusCode(201)
                .extract()
                .<String>path("zone_id");
        var stranger = TestTenant.create();

        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ZONES)
                .then()
                .statusCode(403);
        for (var path : new String[] {"", "/equipment", "/events"}) {
            stranger.manager().get(ZONES + "/" + id + path).then().statusCode(404);
        }
        stranger.manager().delete(ZONES + "/" + id).then().statusCode(404);
    }
}
