package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of plans that people ask for. */
@ApplicationScoped
class PlanService {
    static final String ENTITY = "plan";
    private static final String PLAN_CHANGED = "plan_changed";

    private final MachineRepository machines;
    private final PlanRepository plans;
    private final PlanEvaluation evaluation;

    @Inject
    PlanService(MachineRepository machines, PlanRepository plans, PlanEvaluation evaluation) {
        this.machines = machines;
        this.plans = plans;
        this.evaluation = evaluation;
    }

    @FunctionalInterface
    private interface Step {
        Uni<?> apply(Machine machine, Plan plan);
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return change(unit, id, ifMatch, "updated", (machine, plan) -> {
            var wasPrimary = plan.isPrimary;
            fields.require("name", "maintenance_type", "anchor", "recurring", "priority", "is_primary");
            fields.require("lead_hours", "lead_km", "lead_days", "grace_hours", "grace_km", "grace_days");
            PlanFields.apply(fields, plan);
            PlanFields.requireDuePoint(fields, plan);
            fields.checkStrictly();
            if (wasPrimary && !plan.isPrimary) {
                clearNext(machine);
            }
            return Uni.createFrom().voidItem();
        });
    }

    Uni<Answer> pause(UnitOfWork unit, String id, String ifMatch) {
        return change(unit, id, ifMatch, "updated", (machine, plan) -> {
            refuseCompleted(plan);
            plan.state = PlanState.PAUSED;
            return evaluation.resolve(unit, machine, plan, PLAN_CHANGED, null);
        });
    }

    Uni<Answer> resume(UnitOfWork unit, String id, String ifMatch) {
        return change(unit, id, ifMatch, "updated", (machine, plan) -> {
            refuseCompleted(plan);
            plan.state = PlanState.ACTIVE;
            return Uni.createFrom().voidItem();
        });
    }

    Uni<Answer> skip(UnitOfWork unit, String id, String ifMatch) {
        return change(unit, id, ifMatch, "updated", (machine, plan) -> {
            refuseCompleted(plan);
            Schedule.skip(plan);
            unlinkCompleted(machine, plan);
            return evaluation.resolve(unit, machine, plan, "skipped", null);
        });
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return change(unit, id, ifMatch, "deleted", (machine, plan) -> delete(unit, machine, plan))
                .replaceWith(Answer.empty());
    }

    private Uni<?> delete(UnitOfWork unit, Machine machine, Plan plan) {
        plan.deletedAt = unit.now();
        unlink(machine, plan);
        return evaluation.resolve(unit, machine, plan, PLAN_CHANGED, null);
    }

    /** Moves the due points of a plan of a locked machine. */
    Uni<Void> move(UnitOfWork unit, Machine machine, Plan plan, Runnable move) {
        var before = PlanView.of(plan);
        move.run();
        return finish(unit, machine, plan, before, "updated").replaceWithVoid();
    }

    /** Deletes a plan of a locked machine. */
    Uni<Void> remove(UnitOfWork unit, Machine machine, Plan plan) {
        var before = PlanView.of(plan);
        return delete(unit, machine, plan)
                .chain(() -> finish(unit, machine, plan, before, "deleted"))
                .replaceWithVoid();
    }

    private Uni<Answer> change(UnitOfWork unit, String id, String ifMatch, String verb, Step step) {
        return plans.machineOf(unit, id).chain(machines::lock).chain(machine -> plans.present(id)
                .chain(plan -> {
                    ETags.requireMatch(ifMatch, plan.version);
                    var before = PlanView.of(plan);
                    return step.apply(machine, plan).chain(() -> finish(unit, machine, plan, before, verb));
                }));
    }

    private Uni<Answer> finish(UnitOfWork unit, Machine machine, Plan plan, PlanView before, String verb) {
        plan.nextCheckAt = unit.now();
        return evaluation
                .evaluate(unit, machine)
                .chain(() -> evaluation.clear(unit, machine, plan, before.stage()))
                .map(ignored -> answer(unit, plan, before, verb));
    }

    private static Answer answer(UnitOfWork unit, Plan plan, PlanView before, String verb) {
        if (plan.deletedAt != null || !PlanView.of(plan).equals(before)) {
            plan.version++;
            plan.updatedAt = unit.now();
            var completed = plan.state == PlanState.COMPLETED && before.state() != PlanState.COMPLETED;
            unit.changed(Change.of(ENTITY, plan.planId, completed ? "completed" : verb, PlanView.of(plan), before));
        }
        return Answer.ok(PlanView.of(plan));
    }

    private static void refuseCompleted(Plan plan) {
        if (plan.state == PlanState.COMPLETED) {
            throw Problem.of(ProblemType.INVALID_TRANSITION, Words.of(plan.state));
        }
    }

    /** A machine whose primary plan is done for good has no next maintenance. */
    static void unlinkCompleted(Machine machine, Plan plan) {
        if (plan.state == PlanState.COMPLETED) {
            unlink(machine, plan);
        }
    }

    private static void unlink(Machine machine, Plan plan) {
        if (plan.isPrimary) {
            clearNext(machine);
        }
    }

    private static void clearNext(Machine machine) {
        machine.nextMaintenanceAt = null;
        machine.nextMaintenanceHours = null;
    }
}
