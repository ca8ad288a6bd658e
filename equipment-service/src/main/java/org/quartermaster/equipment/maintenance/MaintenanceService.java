package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;

/** Records work done; the record, its place in the chain and what it closes stand or fall together. */
@ApplicationScoped
class MaintenanceService {
    static final String ENTITY = "maintenance";

    private final MachineRepository machines;
    private final Recording recording;
    private final PlanClosing plans;
    private final RecordReferences references;

    @Inject
    MaintenanceService(
            MachineRepository machines, Recording recording, PlanClosing plans, RecordReferences references) {
        this.machines = machines;
        this.recording = recording;
        this.plans = plans;
        this.references = references;
    }

    Uni<Answer> record(UnitOfWork unit, String equipmentId, RecordFields.Given given) {
        return machines.lock(equipmentId)
                .chain(machine -> record(unit, machine, given))
                .map(Recorded::created);
    }

    /** The same work on many machines, all or none. */
    Uni<Answer> recordMany(UnitOfWork unit, List<String> equipmentIds, RecordFields.Given given) {
        return machines.lockListed(equipmentIds)
                .chain(found -> InTurn.all(found, machine -> record(unit, machine, given.copy(RecordSource.BULK))))
                .map(recorded -> Answer.created(new RecordedMany(recorded, recorded.size()), null, null));
    }

    private Uni<Recorded> record(UnitOfWork unit, Machine machine, RecordFields.Given given) {
        var record = given.record();
        return references
                .require(unit, machine, record)
                .chain(() -> recording.write(unit, machine, given))
                .invoke(() -> newest(machine, record))
                .chain(() -> plans.close(unit, machine, Recording.work(record)))
                .call(closed -> references.resolve(unit, machine, record).invoke(closed.alerts()::addAll))
                .map(closed -> recorded(unit, record, closed));
    }

    static void newest(Machine machine, MaintenanceRecord record) {
        if (machine.lastMaintenanceAt == null || record.performedAt.isAfter(machine.lastMaintenanceAt)) {
            machine.lastMaintenanceAt = record.performedAt;
        }
    }

    private static Recorded recorded(UnitOfWork unit, MaintenanceRecord record, PlanClosing.Closed closed) {
        var view = RecordView.of(record);
        var extra = Map.<String, Object>of("closed_alerts", closed.alerts(), "rescheduled_plans", closed.plans());
        unit.changed(new Change(ENTITY, record.recordId, "recorded", view, null, extra));
        return new Recorded(view, closed.alerts(), closed.plans());
    }
}
