package org.quartermaster.equipment.alert;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class PlanAlertTest {
    private final TestTenant tenant = TestTenant.create();
    private String machine;

    @Inject
    Alerts alerts;

    @Inject
    MachineRepository machines;

    @Inject
    Writes writes;

    @Inject
    SystemConnection database;

    @BeforeEach
    void registerAMachineWithAPlan() throws SQLException {
        machine = tenant.manager()
                .contentType("application/json")
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\"}")
                .post("/api/v1/equipment")
                .then()
                .extract()
                .path("equipment_id");
        var sql = """
                insert into maintenance_plans (tenant_id, plan_id, equipment_id, name, maintenance_type, interval_hours)
                values (?, 'plan_1', ?, 'Oil', 'oil_change', 250)
                """;
        try (var connection = database.open();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, tenant.id());
            insert.setString(2, machine);
            insert.executeUpdate();
        }
    }

    private <T> T write(BiFunction<UnitOfWork, Machine, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> writes.write(Caller.system(tenant.id()), unit -> machines.lock(machine)
                            .chain(locked -> work.apply(unit, locked))));
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }

    private void evaluate(DueStage before, DueStage stage, String remaining, Priority priority) {
        var counter = new PlanCounter(
                PlanCounter.Kind.HOURS,
                new BigDecimal("1300").subtract(new BigDecimal(remaining)),
                Instant.now(),
                new BigDecimal("1300"),
                new BigDecimal(remaining));
        var due = new PlanDue(
                "plan_1",
                MaintenanceType.OIL_CHANGE,
                "Oil",
                null,
                priority,
                stage,
                null,
                new BigDecimal("1300.00"),
                null,
                null,
                List.of(counter));
        write((unit, locked) -> alerts.followPlans(unit, List.of(new Alerts.Step(locked, due, before))));
    }

    private ValidatableResponse list(String query) {
        return tenant.manager().get("/api/v1/alerts" + query).then().statusCode(200);
    }

    private void act(String action, String json) {
        var id = list("?state=all").extract().<String>path("alerts[0].alert_id");
        tenant.manager()
                .contentType("application/json")
                .body(json)
                .post("/api/v1/alerts/" + id + "/" + action)
                .then()
                .statusCode(200);
    }

    @Test
    void alertFollowsItsPlanInPlaceAndOpensAgainWhenTheStageRises() {
        evaluate(DueStage.OK, DueStage.DUE_SOON, "50", Priority.MEDIUM);
        list("").body("alerts.stage", contains("due_soon")).body("alerts[0].priority", equalTo("medium"));
        act("acknowledge", "{}");

        evaluate(DueStage.DUE_SOON, DueStage.OVERDUE, "-1", Priority.HIGH);
        list("").body("alerts.stage", contains("overdue"))
                .body("alerts[0].state", equalTo("open"))
                .body("alerts[0].priority", equalTo("high"))
                .body("alerts[0].version", equalTo(3));
        evaluate(DueStage.OVERDUE, DueStage.OVERDUE, "-2", Priority.HIGH);
        list("").body("alerts[0].version", equalTo(3)).body("alerts[0].explanation.remaining", equalTo(-2));
        evaluate(DueStage.OVERDUE, DueStage.OVERDUE, "-63", Priority.CRITICAL);
        list("").body("alerts[0].priority", equalTo("critical"));

        List<String> resolved = write((unit, locked) ->
                alerts.resolveByKey(unit, locked, "plan:plan_1", Resolution.MAINTENANCE_RECORDED, null));
        assertEquals(1, resolved.size());
        list("?state=all").body("alerts.resolution", contains("maintenance_recorded"));
    }

    @Test
    void falseAlarmIsQuietUntilTheNextStage() {
        evaluate(DueStage.OK, DueStage.DUE_SOON, "50", Priority.MEDIUM);
        act("resolve", "{\"reason\":\"false_alarm\"}");

        evaluate(DueStage.DUE_SOON, DueStage.DUE_SOON, "40", Priority.MEDIUM);
        list("").body("alerts", hasSize(0));
        evaluate(DueStage.DUE_SOON, DueStage.DUE, "0", Priority.MEDIUM);
        list("").body("alerts", hasSize(1));
    }
}
