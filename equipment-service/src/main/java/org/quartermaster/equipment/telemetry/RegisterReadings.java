package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.Readings;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.telemetry.Offer.Mode;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.security.Caller;

/** One sample of one machine: within another change of it, or as a call of its own. */
@ApplicationScoped
class RegisterReadings implements Readings {
    private final Ingest ingest;
    private final SingleCalls singles;

    @Inject
    RegisterReadings(Ingest ingest, SingleCalls singles) {
        this.ingest = ingest;
        this.singles = singles;
    }

    @Override
    public Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample) {
        return take(unit, machine, sample, Mode.STRICT);
    }

    @Override
    public Uni<Void> takeTotals(UnitOfWork unit, Machine machine, Sample sample) {
        return take(unit, machine, sample, Mode.TOTALS);
    }

    @Override
    public Uni<Machine> report(Caller caller, String equipmentId, Sample sample) {
        return singles.report(caller, equipmentId, sample);
    }

    private Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample, Mode mode) {
        var offer = Offer.single(machine.equipmentId, sample, mode, unit.caller());
        return ingest.take(unit, new Chunk(unit.now(), null, List.of(offer)), 0)
                .invoke(outcomes -> outcomes.get(0).require())
                .chain(() -> unit.session().flush())
                .chain(() -> unit.session().refresh(machine));
    }
}
