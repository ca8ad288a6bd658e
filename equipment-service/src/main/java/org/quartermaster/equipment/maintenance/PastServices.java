package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** The history of work that goes with a machine to its next owner. */
@ApplicationScoped
public class PastServices {
    private static final Comparator<MaintenanceRecord> BY_TIME = Comparator.comparing(
                    (MaintenanceRecord record) -> record.performedAt)
            .thenComparing(record -> record.seq);

    private final RecordRepository records;
    private final Recording recording;

    @Inject
    PastServices(RecordRepository records, Recording recording) {
        this.records = records;
        this.recording = recording;
    }

    /** What holds of the machine's records, oldest first. */
    public Uni<List<PastService>> of(Machine machine) {
        return records.allInForce(machine.equipmentId)
                .map(found ->
                        found.stream().sorted(BY_TIME).map(PastService::of).toList());
    }

    /** Adds the services to the history of a locked machine; plans stay as they are. */
    public Uni<Void> takeOver(UnitOfWork unit, Machine machine, List<PastService> services) {
        return InTurn.each(services, service -> takeOver(unit, machine, service.record()));
    }

    private Uni<?> takeOver(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        return recording.takeOver(unit, machine, record).invoke(() -> MaintenanceService.newest(machine, record));
    }
}
