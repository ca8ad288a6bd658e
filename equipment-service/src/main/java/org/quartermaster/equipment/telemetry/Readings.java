package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.telemetry.Offer.Mode;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;

/** Takes one sample over in a transaction that also changes other things of the same, locked machine. */
@ApplicationScoped
public class Readings {
    private final Ingest ingest;

    @Inject
    Readings(Ingest ingest) {
        this.ingest = ingest;
    }

    /** A sample whose readings are what the meters show; refused at once when it cannot be true (422). */
    public Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample) {
        return take(unit, machine, sample, Mode.STRICT);
    }

    /** As {@link #take}, for a sample whose readings are totals, as the register shows them. */
    public Uni<Void> takeTotals(UnitOfWork unit, Machine machine, Sample sample) {
        return take(unit, machine, sample, Mode.TOTALS);
    }

    private Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample, Mode mode) {
        var offer = Offer.single(machine.equipmentId, sample, mode, unit.caller());
        return ingest.take(unit, new Chunk(unit.now(), null, List.of(offer)), 0)
                .invoke(outcomes -> require(outcomes.get(0)))
                .chain(() -> unit.session().flush())
                .chain(() -> unit.session().refresh(machine));
    }

    static void require(Outcome outcome) {
        if (!outcome.is(Outcome.Kind.REJECTED)) {
            return;
        }
        if (outcome.equipmentId() == null) {
            throw Problem.of(MachineRepository.NOT_FOUND);
        }
        throw Problem.invalid(outcome.errors());
    }
}
