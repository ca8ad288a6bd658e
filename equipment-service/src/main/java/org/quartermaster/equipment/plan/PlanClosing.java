package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;

/** Closes and reschedules the plans that a maintenance record fulfils. */
@ApplicationScoped
public class PlanClosing {
    private final PlanRepository plans;
    private final PlanEvaluation evaluation;

    @Inject
    PlanClosing(PlanRepository plans, PlanEvaluation evaluation) {
        this.plans = plans;
        this.evaluation = evaluation;
    }

    /**
     * The work that was recorded.
     *
     * @param planId the plan it names, or null for every active plan of its type
     * @param recordedAt when it was written down
     */
    public record Work(String recordId, MaintenanceType type, String planId, Totals done, Instant recordedAt) {
        boolean fulfils(Plan plan) {
            var meant = planId == null ? plan.maintenanceType == type : plan.planId.equals(planId);
            return meant && (plan.lastDoneAt == null || !done.at().isBefore(plan.lastDoneAt));
        }
    }

    /** The due points that a plan got. */
    public record Rescheduled(String planId, Instant nextDueAt, BigDecimal nextDueHours, BigDecimal nextDueKm) {}

    /** What the work closed. */
    public record Closed(List<String> alerts, List<Rescheduled> plans) {
        static Closed nothing() {
            return new Closed(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** 422 when the plan that a record names is none of the machine. */
    public Uni<Void> requirePlan(Machine machine, String planId) {
        return planId == null
                ? Uni.createFrom().voidItem()
                : plans.count("planId = ?1 and equipmentId = ?2 and deletedAt is null", planId, machine.equipmentId)
                        .invoke(n -> {
                            if (n == 0) {
                                throw Problem.invalid("plan_id", "unknown_reference");
                            }
                        })
                        .replaceWithVoid();
    }

    /** NB: the record must be in the database before, as the plans point at it. */
    public Uni<Closed> close(UnitOfWork unit, Machine machine, Work work) {
        return close(unit, machine, work, Set.of());
    }

    /** As above, but for some plans by their ids. */
    Uni<Closed> close(UnitOfWork unit, Machine machine, Work work, Set<String> except) {
        var closed = Closed.nothing();
        return plans.active(machine.equipmentId).chain(active -> {
            var fulfilled = active.stream()
                    .filter(plan -> work.fulfils(plan) && !except.contains(plan.planId))
                    .toList();
            var before = fulfilled.stream().map(PlanView::of).toList();
            return InTurn.each(fulfilled, plan -> close(unit, machine, plan, work, closed))
                    .chain(() -> evaluation.evaluate(unit, machine))
                    .invoke(() -> before.forEach(view -> note(unit, fulfilled, view, closed)))
                    .replaceWith(closed);
        });
    }

    /** Takes a person's word that the plan's work is done now, or is left out this time. */
    public Uni<Void> settle(UnitOfWork unit, Machine machine, String planId, boolean skipped) {
        return plans.active(machine.equipmentId).chain(active -> {
            var found =
                    active.stream().filter(plan -> plan.planId.equals(planId)).toList();
            var before = found.stream().map(PlanView::of).toList();
            found.forEach(plan -> settle(unit, machine, plan, skipped));
            return evaluation
                    .evaluate(unit, machine)
                    .invoke(() -> before.forEach(view -> note(unit, found, view, Closed.nothing())));
        });
    }

    private static void settle(UnitOfWork unit, Machine machine, Plan plan, boolean skipped) {
        if (skipped) {
            Schedule.skip(plan);
        } else {
            Schedule.done(plan, Totals.of(machine, unit.now()));
        }
        plan.lastRecordId = null;
        plan.stage = DueStage.OK;
        moved(unit, machine, plan);
    }

    static void moved(UnitOfWork unit, Machine machine, Plan plan) {
        plan.version++;
        plan.updatedAt = unit.now();
        plan.nextCheckAt = unit.now();
        PlanService.unlinkCompleted(machine, plan);
    }

    private Uni<Void> close(UnitOfWork unit, Machine machine, Plan plan, Work work, Closed closed) {
        Schedule.done(plan, work.done());
        plan.lastRecordId = work.recordId();
        moved(unit, machine, plan);
        return evaluation
                .resolve(unit, machine, plan, "maintenance_recorded", work.recordId())
                .invoke(closed.alerts()::addAll)
                .replaceWithVoid();
    }

    static void note(UnitOfWork unit, List<Plan> fulfilled, PlanView before, Closed closed) {
        var plan = fulfilled.stream()
                .filter(each -> each.planId.equals(before.planId()))
                .findFirst()
                .orElseThrow();
        var verb = plan.state == PlanState.COMPLETED ? "completed" : "updated";
        unit.changed(Change.of(PlanService.ENTITY, plan.planId, verb, PlanView.of(plan), before));
        closed.plans().add(new Rescheduled(plan.planId, plan.nextDueAt, plan.nextDueHours, plan.nextDueKm));
    }
}
