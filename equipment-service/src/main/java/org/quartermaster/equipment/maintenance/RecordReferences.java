package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.alert.Alerts;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;

/**
 * The plan and the alert that a record names: a plan's alert stands for its plan, any other is resolved by the work.
 */
@ApplicationScoped
class RecordReferences {
    private final PlanClosing plans;
    private final Alerts alerts;

    @Inject
    RecordReferences(PlanClosing plans, Alerts alerts) {
        this.plans = plans;
        this.alerts = alerts;
    }

    /** 422 for what is none of the machine; takes the plan of the alert where the record names none itself. */
    Uni<Void> require(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        return plans.requirePlan(machine, record.planId)
                .chain(() -> record.alertId == null ? Uni.createFrom().voidItem() : alert(unit, machine, record));
    }

    private static Uni<Void> alert(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        return unit.session()
                .createNativeQuery(
                        "select coalesce(plan_id, '') from equipment_alerts where alert_id = ?1 and equipment_id = ?2",
                        String.class)
                .setParameter(1, record.alertId)
                .setParameter(2, machine.equipmentId)
                .getSingleResultOrNull()
                .invoke(plan -> {
                    if (plan == null) {
                        throw Problem.invalid("alert_id", "unknown_reference");
                    }
                    record.planId = record.planId == null && !plan.isEmpty() ? plan : record.planId;
                })
                .replaceWithVoid();
    }

    /** Resolves the alert unless it is a plan's, which the plan does; gives the ids of those resolved. */
    Uni<List<String>> resolve(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        return record.alertId == null
                ? Uni.createFrom().item(List.of())
                : alerts.resolveByWork(unit, machine, record.alertId, record.recordId);
    }
}
