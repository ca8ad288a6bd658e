package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.cost.Costs;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.equipment.plan.PlanReplay;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;

/** Corrects or voids a record by one more link of the chain; plans and costs follow what is left. */
@ApplicationScoped
class CorrectionService {
    private final MachineRepository machines;
    private final RecordRepository records;
    private final Recording recording;
    private final Costs costs;
    private final RecordReferences references;
    private final PlanReplay replay;

    @Inject
    CorrectionService(
            MachineRepository machines,
            RecordRepository records,
            Recording recording,
            Costs costs,
            RecordReferences references,
            PlanReplay replay) {
        this.machines = machines;
        this.records = records;
        this.recording = recording;
        this.costs = costs;
        this.references = references;
        this.replay = replay;
    }

    /** What is to be: {@code given} is null where the record is voided. */
    record Correction(RecordFields.Given given, String reason) {}

    Uni<Answer> correct(UnitOfWork unit, String recordId, Correction correction) {
        return records.machineOf(recordId)
                .chain(machines::lock)
                .chain(machine -> records.inForce(recordId).chain(original -> write(unit, machine, original, correction)
                        .call(() -> costs.remove(unit, machine, recordId))
                        .chain(record -> follow(unit, machine, original, record))))
                .map(Recorded::created);
    }

    private Uni<MaintenanceRecord> write(
            UnitOfWork unit, Machine machine, MaintenanceRecord original, Correction correction) {
        var isVoid = correction.given() == null;
        var record = isVoid ? original.work() : correction.given().record();
        record.correctsRecordId = original.recordId;
        record.correctionReason = correction.reason();
        record.voided = isVoid;
        if (isVoid) {
            return recording
                    .append(unit, machine, new RecordFields.Given(record, List.of()))
                    .replaceWith(record);
        }
        record.performedAt = record.performedAt == null ? original.performedAt : record.performedAt;
        record.alertId = record.alertId == null ? original.alertId : record.alertId;
        return references
                .require(unit, machine, record)
                .chain(() -> recording.write(unit, machine, correction.given()))
                .replaceWith(record);
    }

    private Uni<Recorded> follow(
            UnitOfWork unit, Machine machine, MaintenanceRecord original, MaintenanceRecord record) {
        return records.allInForce(machine.equipmentId).chain(left -> {
            machine.lastMaintenanceAt = left.stream()
                    .map(each -> each.performedAt)
                    .max(Comparator.<Instant>naturalOrder())
                    .orElse(null);
            var works = left.stream().map(Recording::work).toList();
            var instead = record.voided ? null : Recording.work(record);
            return replay.replay(unit, machine, original.recordId, works, instead)
                    .map(closed -> recorded(unit, record, closed));
        });
    }

    private static Recorded recorded(UnitOfWork unit, MaintenanceRecord record, PlanClosing.Closed closed) {
        var view = RecordView.of(record);
        var extra = Map.<String, Object>of("closed_alerts", closed.alerts(), "rescheduled_plans", closed.plans());
        unit.changed(new Change(MaintenanceService.ENTITY, record.recordId, "corrected", view, null, extra));
        return new Recorded(view, closed.alerts(), closed.plans());
    }
}
