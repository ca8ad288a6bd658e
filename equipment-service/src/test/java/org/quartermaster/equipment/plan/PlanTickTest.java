package org.quartermaster.equipment.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class PlanTickTest {
    private static final String PLANS = "/api/v1/plans";

    private final TestTenant tenant = TestTenant.create();

    @Inject
    PlanTick tick;

    @Inject
    SystemConnection database;

    private String machine() {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .then()
                .extract()
                .path("equipment_id");
    }

    private String plan(String machine, String more) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"equipment_id\":\"" + machine + "\",\"name\":\"P\",\"maintenance_type\":\"repair\"," + more
                        + "}")
                .post(PLANS)
                .then()
                .statusCode(201)
                .extract()
                .path("plan_id");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.id());
            statement.executeUpdate();
        }
    }

    private void tickUntil(String what, ThrowingRunnable holds) {
        await(what).untilAsserted(() -> {
            tick.run();
            holds.run();
        });
    }

    @Test
    void dateThatPassedShowsWithoutAnyRequest() throws SQLException {
        var machine = machine();
        var plan = plan(machine, "\"next_due_at\":\"" + Instant.now().plus(Duration.ofDays(3)) + "\",\"lead_days\":1");

        execute("update maintenance_plans set next_due_at = now() - interval '1 hour',"
                + " next_check_at = now() - interval '1 hour' where tenant_id = ?");
        tickUntil("the overdue plan has an alert", () -> tenant.manager()
                .get("/api/v1/alerts")
                .then()
                .body("alerts.plan_id", contains(plan))
                .body("alerts.stage", contains("overdue"))
                .body("alerts.priority", contains("high")));
        tenant.manager().get("/api/v1/equipment/" + machine).then().body("due_stage", equalTo("overdue"));
    }

    /** NB: the schedule may tick between; it does the same. */
    @Test
    void manyPlansThatFallDueCostFewStatementsAndAreToldOnceEach() throws SQLException {
        var later = "\"next_due_at\":\"" + Instant.now().plus(Duration.ofDays(3)) + "\",\"lead_days\":1";
        for (var n = 0; n < 30; n++) {
            plan(machine(), later);
        }

        fallDue("1 hour");
        assertThat(updates("overdue", "high"), lessThan(10L));
        fallDue("40 days");
        assertThat(updates("overdue", "critical"), lessThan(10L));

        assertEquals(30, events("raised"));
        assertEquals(30, events("updated"));
    }

    private void fallDue(String ago) throws SQLException {
        execute("update maintenance_plans set next_due_at = now() - interval '" + ago
                + "', next_check_at = now() - interval '1 hour' where tenant_id = ?");
    }

    /** How many statements change plans or machines until all alerts say the same. */
    private long updates(String stage, String priority) throws SQLException {
        var ran = new Statements("equipment")
                .during(() -> tickUntil("every plan is " + priority, () -> tenant.manager()
                        .get("/api/v1/alerts")
                        .then()
                        .body("alerts", hasSize(30))
                        .body("alerts.stage", everyItem(equalTo(stage)))
                        .body("alerts.priority", everyItem(equalTo(priority)))));
        return ran.entrySet().stream()
                .filter(each -> each.getKey().startsWith("update maintenance_plans")
                        || each.getKey().startsWith("update equipment "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private int events(String verb) throws SQLException {
        try (var connection = database.open();
                var query = connection.prepareStatement("select count(distinct entity_id) from platform.outbox"
                        + " where tenant_id = ? and entity = 'alert' and subject like ?"
                        + " having count(*) = count(distinct entity_id)")) {
            query.setString(1, tenant.id());
            query.setString(2, "%." + verb);
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void plansOfDeletedMachinesLeaveTheTick() throws SQLException {
        var machine = machine();
        plan(machine, "\"next_due_at\":\"2099-01-01\"");
        tenant.manager().delete("/api/v1/equipment/" + machine).then().statusCode(204);
        execute("update maintenance_plans set next_check_at = now() where tenant_id = ?");

        tickUntil("the plan is not looked at any more", () -> {
            try (var connection = database.open();
                    var query = connection.prepareStatement(
                            "select next_check_at from maintenance_plans where tenant_id = ?")) {
                query.setString(1, tenant.id());
                var rows = query.executeQuery();
                rows.next();
                assertThat(rows.getTimestamp(1), nullValue());
            }
        });
    }

    @Test
    void forecastFollowsTheReadings() throws SQLException {
        var machine = machine();
        var now = Instant.now();
        for (var day = 10; day >= 0; day--) {
            tenant.as("operator")
                    .contentType(ContentType.JSON)
                    .body("{\"hours\":" + (1_000 - 8 * day) + ",\"recorded_at\":\"" + now.minus(Duration.ofDays(day))
                            + "\"}")
                    .post("/api/v1/equipment/" + machine + "/telemetry")
                    .then()
                    .statusCode(200);
        }
        var plan = plan(machine, "\"interval_hours\":80");

        tenant.manager()
                .get(PLANS + "/" + plan)
                .then()
                .body("forecast.rate_per_day", equalTo(8))
                .body("forecast.window_days", equalTo(10))
                .body("forecast.readings", equalTo(11))
                .body("forecast.confidence", equalTo("medium"));

        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"hours\":1001,\"recorded_at\":\"" + now.plusSeconds(60) + "\"}")
                .post("/api/v1/equipment/" + machine + "/telemetry")
                .then()
                .statusCode(200);
        execute("update maintenance_plans set next_check_at = now() where tenant_id = ?");
        tickUntil("the forecast counts the new reading", () -> tenant.manager()
                .get(PLANS + "/" + plan)
                .then()
                .body("forecast.readings", equalTo(12))
                .body("version", equalTo(1)));
    }
}
