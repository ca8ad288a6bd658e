package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.quartermaster.equipment.machine.DueStage;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.UnitOfWork;

/** Stages the plans of a locked machine anew, and the machine after them. */
@ApplicationScoped
public class PlanEvaluation {
    private final PlanRepository plans;
    private final PlanAlerts alerts;

    @Inject
    PlanEvaluation(PlanRepository plans, PlanAlerts alerts) {
        this.plans = plans;
        this.alerts = alerts;
    }

    /** To be called after the totals of the machine moved, or one of its plans changed. */
    public Uni<Void> evaluate(UnitOfWork unit, Machine machine) {
        return plans.active(machine.equipmentId)
                .call(active -> each(active, plan -> stage(unit, machine, plan)))
                .invoke(active -> summarize(machine, active))
                .replaceWithVoid();
    }

    private Uni<Void> stage(UnitOfWork unit, Machine machine, Plan plan) {
        var totals = Totals.of(machine, unit.now());
        var before = plan.stage;
        Schedule.begin(plan, totals);
        plan.stage = PlanRules.stage(plan, totals);
        plan.nextCheckAt = PlanRules.nextCheck(plan, unit.now());
        var tells = plan.stage != before || PlanRules.isFarOverdue(plan, totals);
        return tells
                ? alerts.stageChanged(unit, machine, plan, before)
                : Uni.createFrom().voidItem();
    }

    /** Ends the alert of a plan that needs no attention any more. */
    Uni<List<String>> resolve(UnitOfWork unit, Machine machine, Plan plan, String resolution, String recordId) {
        plan.stage = DueStage.OK;
        return alerts.resolved(unit, machine, plan, resolution, recordId);
    }

    private static void summarize(Machine machine, List<Plan> active) {
        machine.dueStage = active.stream()
                .map(plan -> plan.stage)
                .max(Comparator.naturalOrder())
                .orElse(DueStage.OK);
        active.stream().filter(plan -> plan.isPrimary).findFirst().ifPresent(primary -> {
            machine.nextMaintenanceAt = primary.nextDueAt;
            machine.nextMaintenanceHours = primary.nextDueHours;
        });
    }

    /** NB: one after the other, as a session takes one statement at a time. */
    static <T> Uni<Void> each(List<T> items, java.util.function.Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
