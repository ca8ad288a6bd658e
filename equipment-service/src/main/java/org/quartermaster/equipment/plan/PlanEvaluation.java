package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.platform.change.UnitOfWork;

/** Stages the plans of locked machines anew, and the machines after them. */
@ApplicationScoped
public class PlanEvaluation {
    private final PlanRepository plans;
    private final PlanAlerts alerts;
    private final PaceReader paces;

    @Inject
    PlanEvaluation(PlanRepository plans, PlanAlerts alerts, PaceReader paces) {
        this.plans = plans;
        this.alerts = alerts;
        this.paces = paces;
    }

    /** To be called after the totals of the machine moved, or one of its plans changed. */
    public Uni<Void> evaluate(UnitOfWork unit, Machine machine) {
        return evaluateAll(unit, List.of(machine));
    }

    /** As {@link #evaluate}; plans and paces of all machines are read at once. */
    public Uni<Void> evaluateAll(UnitOfWork unit, List<Machine> machines) {
        return plans.active(ids(machines))
                .chain(active -> stage(unit, machines, active))
                .chain(turns -> tell(unit, turns));
    }

    /**
     * As above, with few statements for all machines, which the session does not know afterwards, nor their plans.
     * NB: it has to forget them before they change, or it would write them one by one.
     */
    Uni<Void> evaluateAndForget(UnitOfWork unit, List<Machine> machines) {
        return plans.active(ids(machines))
                .invoke(() -> machines.forEach(unit.session()::detach))
                .invoke(active -> active.forEach(unit.session()::detach))
                .chain(active -> stage(unit, machines, active))
                .call(turns -> StageTable.save(unit, machines, turns))
                .chain(turns -> tell(unit, turns));
    }

    private static List<String> ids(List<Machine> machines) {
        return machines.stream().map(machine -> machine.equipmentId).toList();
    }

    private Uni<List<Turn>> stage(UnitOfWork unit, List<Machine> machines, List<Plan> active) {
        var byMachine = active.stream().collect(Collectors.groupingBy(plan -> plan.equipmentId));
        var turns = new ArrayList<Turn>();
        for (var machine : machines) {
            var its = byMachine.getOrDefault(machine.equipmentId, List.of());
            its.forEach(plan -> turns.add(Turn.stage(unit.now(), machine, plan)));
            summarize(machine, its);
        }
        return forecast(unit, turns).replaceWith(turns);
    }

    private Uni<Void> forecast(UnitOfWork unit, List<Turn> turns) {
        var wanted = turns.stream().filter(Turn::wantsForecast).toList();
        var metered = wanted.stream()
                .filter(turn -> Forecast.needsPace(turn.plan()))
                .map(turn -> turn.plan().equipmentId)
                .distinct()
                .toList();
        return paces.read(unit, metered)
                .invoke(found ->
                        wanted.forEach(turn -> turn.forecast(found.getOrDefault(turn.plan().equipmentId, Paces.NONE))))
                .replaceWithVoid();
    }

    private Uni<Void> tell(UnitOfWork unit, List<Turn> turns) {
        var telling = turns.stream()
                .filter(Turn::tells)
                .map(turn -> new PlanAlerts.Step(turn.machine(), turn.plan(), turn.before()))
                .toList();
        return telling.isEmpty() ? Uni.createFrom().voidItem() : alerts.stagesChanged(unit, telling);
    }

    /** An alert that outlived its stage by the hysteresis may end when the plan moves again. */
    Uni<Void> clear(UnitOfWork unit, Machine machine, Plan plan, DueStage before) {
        return plan.stage == DueStage.OK && before == DueStage.OK
                ? alerts.stagesChanged(unit, List.of(new PlanAlerts.Step(machine, plan, before)))
                : Uni.createFrom().voidItem();
    }

    /** Ends the alert of a plan that needs no attention any more. */
    Uni<List<String>> resolve(UnitOfWork unit, Machine machine, Plan plan, String resolution, String recordId) {
        plan.stage = DueStage.OK;
        return alerts.resolved(unit, machine, plan, resolution, recordId);
    }

    /** The plans of a deleted machine are not looked at until it is restored. */
    public Uni<Void> rest(Machine machine) {
        return plans.rest(List.of(machine.equipmentId));
    }

    /** Evaluates the plans of a machine that came back as if they were new, as its alerts were resolved. */
    public Uni<Void> restart(UnitOfWork unit, Machine machine) {
        return plans.active(machine.equipmentId)
                .invoke(active -> active.forEach(plan -> {
                    plan.stage = DueStage.OK;
                    plan.nextCheckAt = unit.now();
                }))
                .chain(() -> evaluate(unit, machine));
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
}
