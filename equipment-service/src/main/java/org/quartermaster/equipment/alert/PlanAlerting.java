package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.plan.Gauge;
import org.quartermaster.equipment.plan.Plan;
import org.quartermaster.equipment.plan.PlanAlerts;
import org.quartermaster.equipment.plan.PlanRules;
import org.quartermaster.equipment.plan.Totals;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** Raises, updates and ends the alert of a plan as its stage changes. */
@ApplicationScoped
class PlanAlerting implements PlanAlerts {
    private static final BigDecimal MICROS_PER_DAY = BigDecimal.valueOf(86_400_000_000L);

    private final Alerts alerts;

    @Inject
    PlanAlerting(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Uni<Void> stagesChanged(UnitOfWork unit, List<PlanAlerts.Step> steps) {
        var alive = steps.stream()
                .filter(step -> step.plan().stage != DueStage.OK)
                .map(step -> new Alerts.Step(
                        step.machine(),
                        due(step.machine(), step.plan(), Totals.of(step.machine(), unit.now())),
                        step.before()))
                .toList();
        return clear(unit, steps)
                .chain(() -> alive.isEmpty() ? Uni.createFrom().voidItem() : alerts.followPlans(unit, alive));
    }

    private Uni<Void> clear(UnitOfWork unit, List<PlanAlerts.Step> steps) {
        var clear = steps.stream()
                .filter(step -> step.plan().stage == DueStage.OK)
                .filter(step -> PlanRules.isClear(step.plan(), Totals.of(step.machine(), unit.now())))
                .toList();
        return InTurn.each(
                clear,
                step -> alerts.resolveByKey(
                        unit, step.machine(), key(step.plan()), Resolution.CONDITION_CLEARED, null));
    }

    @Override
    public Uni<List<String>> resolved(UnitOfWork unit, Machine machine, Plan plan, String resolution, String recordId) {
        var word = Resolution.valueOf(resolution.toUpperCase(Locale.ROOT));
        return alerts.resolveByKey(unit, machine, key(plan), word, recordId);
    }

    private static String key(Plan plan) {
        return "plan:" + plan.planId;
    }

    private static PlanDue due(Machine machine, Plan plan, Totals totals) {
        var counters = PlanRules.gauges(plan, totals).stream()
                .map(gauge -> counter(machine, plan, totals, gauge))
                .toList();
        return new PlanDue(
                plan.planId,
                plan.maintenanceType,
                plan.description == null ? plan.name : plan.description,
                plan.descriptionAr == null ? plan.nameAr : plan.descriptionAr,
                PlanRules.priority(plan, totals),
                plan.stage,
                plan.nextDueAt,
                plan.nextDueHours,
                plan.nextDueKm,
                plan.forecastDueAt,
                counters);
    }

    private static PlanCounter counter(Machine machine, Plan plan, Totals totals, Gauge gauge) {
        return switch (gauge.counter()) {
            case HOURS ->
                new PlanCounter(
                        PlanCounter.Kind.HOURS,
                        totals.hours(),
                        machine.currentHoursAt,
                        plan.nextDueHours,
                        gauge.remaining());
            case KM ->
                // The register keeps no time of the kilometres, and that of the hours would be wrong.
                new PlanCounter(PlanCounter.Kind.KM, totals.km(), null, plan.nextDueKm, gauge.remaining());
            case DATE ->
                new PlanCounter(
                        PlanCounter.Kind.DATE,
                        totals.at(),
                        totals.at(),
                        plan.nextDueAt,
                        gauge.remaining().divide(MICROS_PER_DAY, 2, RoundingMode.HALF_UP));
        };
    }
}
