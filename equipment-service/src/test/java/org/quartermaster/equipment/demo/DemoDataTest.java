package org.quartermaster.equipment.demo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.plan.PlanEvaluation;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class DemoDataTest {
    private static final String PATH = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    @Inject
    DemoData demo;

    @Inject
    SystemConnection database;

    @Inject
    Writes writes;

    @Inject
    MachineRepository machines;

    @Inject
    PlanEvaluation evaluation;

    private void write() {
        try {
            VertxContextSupport.subscribeAndAwait(() -> demo.write(tenant.id()));
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private ValidatableResponse get(String path) {
        return tenant.manager().get(path).then().statusCode(200);
    }

    private long count(String table) throws SQLException {
        try (var connection = database.open();
                var query = connection.prepareStatement("select count(*) from " + table + " where tenant_id = ?")) {
            query.setString(1, tenant.id());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void freshTenantGetsFiveMachinesAndTwoAlertsOnce() throws SQLException {
        write();
        write();

        get(PATH).body("total", equalTo(5)).body("equipment.equipment_id[0]", equalTo("eq_002"));
        get(PATH + "/stats")
                .body("by_status.operational", equalTo(3))
                .body("overdue", equalTo(1))
                .body("due_soon", equalTo(1))
                .body("alerts_open", equalTo(2))
                .body("with_position", equalTo(1));
        get(PATH + "/alerts")
                .body("alerts.alert_id", contains("alert_002", "alert_001"))
                .body("alerts.priority", contains("high", "medium"))
                .body("alerts.is_overdue", contains(true, false))
                .body("overdue_count", equalTo(1))
                .body("alerts[1].due_hours", equalTo(1300.00f))
                .body("alerts[1].explanation.remaining", equalTo(50.0f))
                .body("alerts[1].explanation.text", matchesPattern(".*1250 h.*1300 h.*50 h.*"));
        assertEquals(20, count("platform.outbox"));
        assertEquals(92, count("equipment_telemetry"));
        assertEquals(5, count("scan_directory"));
    }

    @Test
    void machinesAreThoseOfTheTable() {
        write();

        get(PATH + "/qr/QR_EQ001_JD8R410")
                .body("current_hours", equalTo(1250.00f))
                .body("current_fuel_percent", equalTo(75.00f))
                .body("purchase_date", equalTo("2023-03-15T00:00:00Z"))
                .body("next_due.plan_id", equalTo("plan_001"))
                .body("open_alerts", equalTo(1))
                .body("due_stage", equalTo("due_soon"));
        get(PATH + "/eq_005").body("horsepower", nullValue()).body("metadata.spans", equalTo(7));
    }

    @Test
    void recordsAreChainedBookedAndLinked() throws SQLException {
        write();

        get(PATH + "/eq_001/maintenance/verify").body("ok", equalTo(true)).body("records", equalTo(2));
        get(PATH + "/eq_001/maintenance")
                .body("records.record_id", contains("maint_002", "maint_001"))
                .body("records[1].parts_replaced", contains("Oil filter", "Engine oil 15W-40, 25 l"))
                .body("records[1].cost", equalTo(180.00f));
        get("/api/v1/plans?equipment_id=eq_003").body("items.last_record_id", contains("maint_005"));
        assertEquals(6, count("equipment_costs"));
        assertEquals(1, count("geofence_presence"));
        get("/api/v1/geofences/zone_001/equipment").body("items.equipment_id", contains("eq_001"));
    }

    @Test
    void evaluatingAFreshDatabaseChangesNeitherAlertNorPlan() throws Throwable {
        write();
        var alerts = get(PATH + "/alerts").extract().asString();
        var plans = get("/api/v1/plans").extract().asString();
        try (var connection = database.open();
                var update = connection.prepareStatement(
                        "update maintenance_plans set next_check_at = now() where tenant_id = ?")) {
            update.setString(1, tenant.id());
            update.executeUpdate();
        }

        VertxContextSupport.subscribeAndAwait(() -> writes.write(Caller.system(tenant.id()), unit -> machines.lockAll(
                        List.of("eq_001", "eq_002", "eq_003", "eq_004", "eq_005"))
                .chain(found -> evaluation.evaluateAll(unit, found))));

        assertEquals(alerts, get(PATH + "/alerts").extract().asString());
        assertEquals(
                plans.replaceAll("\"updated_at\":\"[^\"]*\"", ""),
                get("/api/v1/plans").extract().asString().replaceAll("\"updated_at\":\"[^\"]*\"", ""));
    }

    @Test
    void tenantWithADeletedMachineIsLeftAlone() {
        var id = tenant.manager()
                .contentType("application/json")
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                .post(PATH)
                .then()
                .extract()
                .<String>path("equipment_id");
        tenant.manager().delete(PATH + "/" + id).then().statusCode(204);

        write();

        get(PATH).body("equipment", hasSize(0));
    }
}
