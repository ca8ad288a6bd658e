package org.quartermaster.equipment.schedule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class ScheduleResourceTest {
    private static final String SCHEDULE = "/api/v1/equipment/maintenance-schedule";

    private final TestTenant tenant = TestTenant.create();

    private String machine(String type) {
        return tenant.post("/api/v1/equipment", "{\"name\":\"A\",\"equipment_type\":\"" + type + "\"}")
                .extract()
                .path("equipment_id");
    }

    private String plan(String machine, String more) {
        return tenant.post(
                        "/api/v1/plans",
                        "{\"equipment_id\":\"" + machine + "\",\"name\":\"P\",\"maintenance_type\":\"repair\"," + more
                                + "}")
                .statusCode(201)
                .extract()
                .path("plan_id");
    }

    private static String in(int days) {
        return Instant.now().plus(Duration.ofDays(days)).toString();
    }

    private ValidatableResponse schedule(String query) {
        return tenant.as("viewer").get(SCHEDULE + query).then().statusCode(200);
    }

    @Test
    void overdueWorkComesFirstThenByDateWithinTheWindow() {
        var machine = machine("pump");
        var later = plan(machine, "\"next_due_at\":\"" + in(60) + "\"");
        var sooner = plan(machine, "\"next_due_at\":\"" + in(30) + "\"");
        var overdue = plan(machine, "\"next_due_at\":\"" + in(-1) + "\"");
        plan(machine, "\"next_due_at\":\"" + in(100) + "\"");

        schedule("")
                .body("schedule.plan_id", contains(overdue, sooner, later))
                .body("schedule.is_overdue", contains(true, false, false))
                .body("schedule.scheduled_by", contains("date", "date", "date"))
                .body("schedule.confidence", contains("high", "high", "high"))
                .body("schedule[0].priority", equalTo("high"))
                .body("schedule[0].source", equalTo("plan"))
                .body("window.days_ahead", equalTo(90));
        schedule("?days_ahead=40").body("schedule.plan_id", contains(overdue, sooner));
        schedule("?priority=high").body("schedule.plan_id", contains(overdue));
        schedule("?equipment_type=tractor").body("count", equalTo(0));
        schedule("?equipment_id=" + machine).body("count", equalTo(3));
        tenant.as("viewer").get(SCHEDULE + "?days_ahead=0").then().statusCode(422);
        tenant.as("viewer").get(SCHEDULE + "?colour=red").then().statusCode(400);
    }

    @Test
    void workByHoursHasItsForecastDate() {
        var machine = machine("tractor");
        for (var day = 6; day >= 0; day--) {
            tenant.post(
                            "/api/v1/equipment/" + machine + "/telemetry",
                            "{\"hours\":" + (100 - 10 * day) + ",\"recorded_at\":\"" + in(-day) + "\"}")
                    .statusCode(200);
        }
        var plan = plan(machine, "\"interval_hours\":200,\"lead_hours\":10");

        schedule("")
                .body("schedule.plan_id", contains(plan))
                .body("schedule[0].scheduled_by", equalTo("hours"))
                .body("schedule[0].due_hours", equalTo(300.00f))
                .body("schedule[0].confidence", equalTo("medium"));
        schedule("?days_ahead=19").body("schedule", hasSize(0));
        schedule("?days_ahead=21").body("schedule", hasSize(1));
    }

    @Test
    void manualAlertWithADueDateIsWorkToo() {
        var machine = machine("pump");
        var alert = tenant.post(
                        "/api/v1/equipment/" + machine + "/alerts",
                        "{\"maintenance_type\":\"other\",\"description\":\"x\",\"due_at\":\"" + in(3) + "\"}")
                .statusCode(201)
                .extract()
                .<String>path("alert_id");

        schedule("")
                .body("schedule.alert_id", contains(alert))
                .body("schedule[0].plan_id", nullValue())
                .body("schedule[0].source", equalTo("alert"));
    }
}
