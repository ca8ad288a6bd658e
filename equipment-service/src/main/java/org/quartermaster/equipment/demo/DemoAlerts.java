package org.quartermaster.equipment.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.quartermaster.equipment.alert.Alerts;
import org.quartermaster.equipment.alert.PlanCounter;
import org.quartermaster.equipment.alert.PlanDue;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.change.UnitOfWork;

/** The two alerts of the demo farm, made by the rules that make all others. */
@ApplicationScoped
class DemoAlerts {
    private final Alerts alerts;

    @Inject
    DemoAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    Uni<Void> write(UnitOfWork unit) {
        return unit.session()
                .find(Machine.class, "eq_001")
                .chain(tractor -> alerts.raiseForPlan(unit, tractor, "alert_001", daysAgo(unit, 5), oil(tractor)))
                .chain(() -> unit.session().find(Machine.class, "eq_002"))
                .chain(drone -> alerts.raiseForPlan(unit, drone, "alert_002", daysAgo(unit, 10), battery(unit)));
    }

    private static Instant daysAgo(UnitOfWork unit, int days) {
        return unit.now().minus(Duration.ofDays(days));
    }

    private static PlanDue oil(Machine tractor) {
        var due = new BigDecimal("1300.00");
        var counter = new PlanCounter(
                PlanCounter.Kind.HOURS,
                tractor.currentHours,
                tractor.currentHoursAt,
                due,
                due.subtract(tractor.currentHours));
        return new PlanDue(
                "plan_001",
                MaintenanceType.OIL_CHANGE,
                "Engine oil change required",
                "تغيير زيت المحرك مطلوب",
                Priority.MEDIUM,
                DueStage.DUE_SOON,
                null,
                due,
                null,
                tractor.currentHoursAt.plus(Duration.ofDays(10)),
                List.of(counter));
    }

    private static PlanDue battery(UnitOfWork unit) {
        var due = daysAgo(unit, 2);
        var counter = new PlanCounter(PlanCounter.Kind.DATE, unit.now(), unit.now(), due, new BigDecimal("-2"));
        return new PlanDue(
                "plan_003",
                MaintenanceType.BATTERY_CHECK,
                "Battery inspection overdue",
                "فحص البطارية متأخر",
                Priority.HIGH,
                DueStage.OVERDUE,
                due,
                null,
                null,
                due,
                List.of(counter));
    }
}
