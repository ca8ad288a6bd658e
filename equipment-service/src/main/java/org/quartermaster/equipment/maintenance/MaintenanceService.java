package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.equipment.plan.Totals;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;

/** Records work done; the record, its place in the chain and the plans it closes stand or fall together. */
@ApplicationScoped
class MaintenanceService {
    private static final String ENTITY = "maintenance";

    private final MachineRepository machines;
    private final RecordRepository records;
    private final PerformedTotals totals;
    private final PlanClosing plans;

    @Inject
    MaintenanceService(
            MachineRepository machines, RecordRepository records, PerformedTotals totals, PlanClosing plans) {
        this.machines = machines;
        this.records = records;
        this.totals = totals;
        this.plans = plans;
    }

    Uni<Answer> record(UnitOfWork unit, String equipmentId, RecordFields.Given given) {
        var record = given.record();
        return machines.lock(equipmentId)
                .call(machine -> plans.requirePlan(machine, record.planId))
                .call(machine -> requireAlert(unit, machine, record.alertId))
                .invoke(machine -> complete(unit, machine, record))
                .call(machine -> totals.complete(unit, machine, record))
                .call(() -> records.last(equipmentId).invoke(last -> HashChain.append(record, last)))
                .call(() -> records.add(unit, given))
                .chain(machine -> close(unit, machine, record))
                .map(recorded -> Answer.created(recorded, "/api/v1/maintenance/" + record.recordId, null));
    }

    private static void complete(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        record.tenantId = machine.tenantId;
        record.recordId = Ids.next("maint");
        record.equipmentId = machine.equipmentId;
        record.recordedBy = unit.caller().subject();
        record.createdAt = unit.now();
        record.updatedAt = unit.now();
        record.performedAt = record.performedAt == null ? unit.now() : record.performedAt;
    }

    private Uni<Recorded> close(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        if (machine.lastMaintenanceAt == null || record.performedAt.isAfter(machine.lastMaintenanceAt)) {
            machine.lastMaintenanceAt = record.performedAt;
        }
        var done = new Totals(record.performedAt, record.performedHours, record.performedKm);
        var work = new PlanClosing.Work(record.recordId, record.maintenanceType, record.planId, done);
        var view = RecordView.of(record);
        return plans.close(unit, machine, work)
                .invoke(closed -> unit.changed(new Change(
                        ENTITY,
                        record.recordId,
                        "recorded",
                        view,
                        null,
                        Map.of("closed_alerts", closed.alerts(), "rescheduled_plans", closed.plans()))))
                .map(closed -> new Recorded(view, closed.alerts(), closed.plans()));
    }

    private static Uni<Void> requireAlert(UnitOfWork unit, Machine machine, String alertId) {
        if (alertId == null) {
            return Uni.createFrom().voidItem();
        }
        return unit.session()
                .createNativeQuery(
                        "select count(*) from equipment_alerts where alert_id = ?1 and equipment_id = ?2", Long.class)
                .setParameter(1, alertId)
                .setParameter(2, machine.equipmentId)
                .getSingleResult()
                .invoke(n -> {
                    if (n == 0) {
                        throw Problem.invalid("alert_id", "unknown_reference");
                    }
                })
                .replaceWithVoid();
    }
}
