package org.quartermaster.equipment.geofence;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

/** Machines that drive in and out of zones. */
@EquipmentTest
class CrossingTest {
    private static final String MACHINES = "/api/v1/equipment/";
    private static final String ZONES = "/api/v1/geofences";
    private static final String RULES = "/api/v1/alert-rules";
    private static final Instant START = Instant.now().minus(Duration.ofHours(9));
    private static final double INSIDE = 0.001;
    private static final double OUTSIDE = 0.02;

    private final TestTenant tenant = TestTenant.create();

    @Inject
    SystemConnection database;

    private String machine(String more) {
        return tenant.post("/api/v1/equipment", "{\"name\":\"Tractor\",\"equipment_type\":\"tractor\"" + more + "}")
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    /** A circle of 1 km around 15, 44. */
    private String zone(String name, String more) {
        return tenant.post(
                        ZONES,
                        "{\"name\":\"" + name + "\",\"shape\":\"circle\",\"center_lat\":15,\"center_lon\":44,"
                                + "\"radius_m\":1000" + more + "}")
                .statusCode(201)
                .extract()
                .path("zone_id");
    }

    private void drive(String machine, int minute, double north) {
        drive(machine, minute, north, "");
    }

    private void drive(String machine, int minute, double north, String more) {
        tenant.post(
                        MACHINES + machine + "/telemetry",
                        "{\"recorded_at\":\"" + START.plus(Duration.ofMinutes(minute)) + "\",\"lat\":" + (15 + north)
                                + ",\"lon\":44" + more + "}")
                .statusCode(200);
    }

    private ValidatableResponse get(String path) {
        return tenant.as("viewer").get(path).then().statusCode(200);
    }

    private ValidatableResponse inside(String zone) {
        return get(ZONES + "/" + zone + "/equipment");
    }

    private ValidatableResponse alerts(String query) {
        return get("/api/v1/alerts" + query);
    }

    private List<String> events() throws SQLException {
        try (var connection = database.open();
                var query = connection.prepareStatement("""
                        select entity_id, subject from platform.outbox
                        where tenant_id = ? and (subject like '%.geofence.entered' or subject like '%.geofence.exited')
                        order by seq
                        """)) {
            query.setString(1, tenant.id());
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1) + " " + rows.getString(2).replaceFirst(".*\\.", ""));
                }
            }
            return found;
        }
    }

    @Test
    void machineThatDrivesInAndOutIsSeen() throws SQLException {
        var machine = machine("");
        var zone = zone("Field", ",\"alert_on\":\"exit\"");

        drive(machine, 1, OUTSIDE);
        inside(zone).body("items", empty());
        drive(machine, 5, INSIDE);
        inside(zone)
                .body("items.equipment_id", contains(machine))
                .body("items[0].name", equalTo("Tractor"))
                .body("total", equalTo(1));
        alerts("").body("alerts", empty());
        drive(machine, 10, OUTSIDE);

        inside(zone).body("items", empty());
        alerts("")
                .body("alerts.kind", contains("geofence"))
                .body("alerts.description", contains("Left the zone Field"))
                .body("alerts[0].explanation.threshold", equalTo(zone));
        get(ZONES + "/" + zone + "/events")
                .body("items.event", contains("exit", "enter"))
                .body("items.equipment_name", contains("Tractor", "Tractor"));
        get(ZONES + "/" + zone + "/events?event=enter&equipment_id=" + machine).body("items", hasSize(1));
        assertEquals(List.of(zone + " entered", zone + " exited"), events());
        drive(machine, 15, INSIDE);
        alerts("?state=all").body("alerts.resolution", contains("condition_cleared"));
    }

    @Test
    void borderTakesTwoPositionsAndVagueOnesAreLeftOut() {
        var machine = machine("");
        var zone = zone("Field", "");
        var nearlyIn = 0.0089;

        drive(machine, 1, OUTSIDE);
        drive(machine, 5, INSIDE, ",\"accuracy_m\":150");
        drive(machine, 6, nearlyIn);
        inside(zone).body("items", empty());
        drive(machine, 7, nearlyIn);
        inside(zone).body("items", hasSize(1));
    }

    @Test
    void newAndChangedZonesKnowWhoIsInside() {
        var here = machine(",\"current_lat\":15,\"current_lon\":44");
        var there = machine(",\"current_lat\":15.02,\"current_lon\":44");

        var zone = zone("Field", ",\"alert_on\":\"both\"");
        inside(zone).body("items.equipment_id", contains(here));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"radius_m\":5000}")
                .patch(ZONES + "/" + zone)
                .then()
                .statusCode(200);
        inside(zone).body("items.equipment_id", containsInAnyOrder(here, there));
        tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"center_lat\":15.02,\"radius_m\":500}")
                .patch(ZONES + "/" + zone)
                .then()
                .statusCode(200);
        inside(zone).body("items.equipment_id", contains(there));
        var forOne = zone("Mine", ",\"equipment_ids\":[\"" + there + "\"]");
        inside(forOne).body("items", empty());
        alerts("").body("alerts", empty());
    }

    @Test
    void ruleForAZoneTakesThePlaceOfWhatTheZoneTells() {
        var one = machine("");
        var other = machine("");
        var zone = zone("Field", ",\"alert_on\":\"both\"");
        var rule = tenant.post(
                        RULES,
                        "{\"kind\":\"geofence\",\"name\":\"G\",\"priority\":\"critical\",\"equipment_id\":\"" + one
                                + "\",\"settings\":{\"zone_id\":\"" + zone + "\",\"alert_on\":\"enter\"}}")
                .statusCode(201)
                .extract()
                .<String>path("rule_id");

        for (var machine : List.of(one, other)) {
            drive(machine, 1, OUTSIDE);
            drive(machine, 5, INSIDE);
        }
        alerts("?equipment_id=" + one)
                .body("alerts.rule_id", contains(rule))
                .body("alerts.priority", contains("critical"));
        alerts("?equipment_id=" + other)
                .body("alerts.rule_id", contains((String) null))
                .body("alerts.priority", contains("medium"));
        drive(one, 10, OUTSIDE);
        drive(other, 10, OUTSIDE);
        alerts("?equipment_id=" + one).body("alerts", empty());
        alerts("?equipment_id=" + other).body("alerts.description", contains("Left the zone Field"));
        tenant.manager().delete(ZONES + "/" + zone).then().statusCode(204);
        alerts("").body("alerts", empty());
    }

    @Test
    void everyZoneOfAMachineTellsForItself() {
        var machine = machine("");
        zone("Small", ",\"alert_on\":\"enter\"");
        zone("Same", ",\"alert_on\":\"enter\"");

        drive(machine, 1, OUTSIDE);
        drive(machine, 5, INSIDE);

        alerts("").body("alerts.description", containsInAnyOrder("Entered the zone Small", "Entered the zone Same"));
    }

    @Test
    void positionCostsTheSameHoweverManyZonesThereAre() throws SQLException {
        var statements = new Statements("equipment");
        var machine = machine("");
        zone("One", "");
        drive(machine, 1, OUTSIDE);
        var few = statements.countDuring(() -> drive(machine, 2, OUTSIDE));
        for (var n = 0; n < 10; n++) {
            zone("Another", "");
        }

        assertEquals(few, statements.countDuring(() -> drive(machine, 3, OUTSIDE)));
    }
}
