package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;

/** Makes plans, for one machine or for many at once. */
@ApplicationScoped
class PlanCreation {
    private final MachineRepository machines;
    private final PlanRepository plans;
    private final PlanEvaluation evaluation;

    @Inject
    PlanCreation(MachineRepository machines, PlanRepository plans, PlanEvaluation evaluation) {
        this.machines = machines;
        this.plans = plans;
        this.evaluation = evaluation;
    }

    Uni<Answer> create(UnitOfWork unit, String equipmentId, Fields fields) {
        return machines.lock(equipmentId)
                .chain(machine -> addAll(unit, List.of(machine), fields))
                .map(made -> PlanView.of(made.get(0)))
                .map(view -> Answer.created(view, "/api/v1/plans/" + view.planId()));
    }

    /** One plan for each of the machines, all or none. */
    Uni<Answer> createMany(UnitOfWork unit, PlanTargets targets, Fields fields) {
        return targets.lock(unit, machines)
                .chain(found -> addAll(unit, found, fields))
                .map(made -> made.stream().map(PlanView::of).toList())
                .map(views -> Answer.created(new PlansMade(views, views.size()), null, null));
    }

    private Uni<List<Plan>> addAll(UnitOfWork unit, List<Machine> targets, Fields fields) {
        return primaryUnlessSaid(targets, fields).chain(primary -> {
            var made = new ArrayList<Plan>();
            for (var machine : targets) {
                var plan = new Plan();
                PlanFields.apply(fields, plan);
                plan.isPrimary |= primary.contains(machine.equipmentId);
                made.add(born(unit, machine, plan));
            }
            return persist(unit, targets, made);
        });
    }

    /** The general service is the primary plan of a machine that has none; these are the machines. */
    private Uni<HashSet<String>> primaryUnlessSaid(List<Machine> targets, Fields fields) {
        var type = fields.word("maintenance_type", MaintenanceType.class).value();
        if (fields.has("is_primary") || type != MaintenanceType.GENERAL_SERVICE) {
            return Uni.createFrom().item(new HashSet<>());
        }
        var ids = targets.stream().map(machine -> machine.equipmentId).toList();
        return plans.withPrimary(ids).map(taken -> {
            var free = new HashSet<>(ids);
            taken.forEach(free::remove);
            return free;
        });
    }

    /** Adds a plan of which all but its key is set to a locked machine. */
    Uni<Void> add(UnitOfWork unit, Machine machine, Plan plan) {
        return persist(unit, List.of(machine), List.of(born(unit, machine, plan)))
                .replaceWithVoid();
    }

    private static Plan born(UnitOfWork unit, Machine machine, Plan plan) {
        plan.tenantId = machine.tenantId;
        plan.planId = Ids.next("plan");
        plan.equipmentId = machine.equipmentId;
        plan.nextCheckAt = unit.now();
        plan.createdAt = unit.now();
        plan.updatedAt = unit.now();
        return plan;
    }

    private Uni<List<Plan>> persist(UnitOfWork unit, List<Machine> targets, List<Plan> made) {
        return plans.persist(made)
                .chain(() -> evaluation.evaluateAll(unit, targets))
                .chain(() -> unit.session().flush())
                .invoke(() -> made.forEach(
                        plan -> unit.changed(Change.created(PlanService.ENTITY, plan.planId, PlanView.of(plan)))))
                .replaceWith(made);
    }
}
