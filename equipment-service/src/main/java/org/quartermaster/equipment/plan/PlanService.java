package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.machine.MaintenanceType;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Words;

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

    Uni<Answer> create(UnitOfWork unit, String equipmentId, Fields fields, Plan plan) {
        return machines.lock(equipmentId)
                .call(() -> primaryUnlessSaid(fields, plan, equipmentId))
                .chain(machine -> {
                    plan.tenantId = machine.tenantId;
                    plan.planId = Ids.next("plan");
                    plan.equipmentId = machine.equipmentId;
                    plan.createdAt = unit.now();
                    plan.updatedAt = unit.now();
                    return plans.persist(plan).chain(() -> evaluation.evaluate(unit, machine));
                })
                .call(() -> unit.session().flush())
                .map(ignored -> PlanView.of(plan))
                .invoke(view -> unit.changed(Change.created(ENTITY, plan.planId, view)))
                .map(view -> Answer.created(view, "/api/v1/plans/" + plan.planId, view.tag()));
    }

    /** The general service is the primary plan of a machine that has none. */
    private Uni<Void> primaryUnlessSaid(Fields fields, Plan plan, String equipmentId) {
        if (fields.has("is_primary") || plan.maintenanceType != MaintenanceType.GENERAL_SERVICE) {
            return Uni.createFrom().voidItem();
        }
        return plans.hasPrimary(equipmentId)
                .invoke(taken -> plan.isPrimary = !taken)
                .replaceWithVoid();
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields) {
        return change(unit, id, ifMatch, "updated", (machine, plan) -> {
            fields.require("name", "maintenance_type", "anchor", "recurring", "priority", "is_primary");
            fields.require("lead_hours", "lead_km", "lead_days", "grace_hours", "grace_km", "grace_days");
            PlanFields.apply(fields, plan);
            PlanFields.requireDuePoint(fields, plan);
            fields.checkStrictly();
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
        return change(unit, id, ifMatch, "deleted", (machine, plan) -> {
                    plan.deletedAt = unit.now();
                    unlink(machine, plan);
                    return evaluation.resolve(unit, machine, plan, PLAN_CHANGED, null);
                })
                .replaceWith(Answer.empty());
    }

    private Uni<Answer> change(UnitOfWork unit, String id, String ifMatch, String verb, Step step) {
        return plans.machineOf(unit, id).chain(machines::lock).chain(machine -> plans.present(id)
                .chain(plan -> {
                    ETags.requireMatch(ifMatch, plan.version);
                    var before = PlanView.of(plan);
                    return step.apply(machine, plan)
                            .chain(() -> evaluation.evaluate(unit, machine))
                            .map(ignored -> answer(unit, plan, before, verb));
                }));
    }

    private static Answer answer(UnitOfWork unit, Plan plan, PlanView before, String verb) {
        if (plan.deletedAt != null || !PlanView.of(plan).equals(before)) {
            plan.version++;
            plan.updatedAt = unit.now();
            var completed = plan.state == PlanState.COMPLETED && before.state() != PlanState.COMPLETED;
            unit.changed(Change.of(ENTITY, plan.planId, completed ? "completed" : verb, PlanView.of(plan), before));
        }
        var view = PlanView.of(plan);
        return Answer.ok(view, view.tag());
    }

    private static void refuseCompleted(Plan plan) {
        if (plan.state == PlanState.COMPLETED) {
            throw Problem.of(ProblemType.INVALID_TRANSITION, Words.of(plan.state));
        }
    }

    private static void unlinkCompleted(Machine machine, Plan plan) {
        if (plan.state == PlanState.COMPLETED) {
            unlink(machine, plan);
        }
    }

    /** A machine without its primary plan has no next maintenance. */
    static void unlink(Machine machine, Plan plan) {
        if (plan.isPrimary) {
            machine.nextMaintenanceAt = null;
            machine.nextMaintenanceHours = null;
        }
    }
}
