package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.security.Caller;

/** Takes what is reported of one machine into its history of readings, by the same rules as any other sample. */
public interface Readings {
    /**
     * Takes a sample whose readings are what the meters show, within a change of the locked machine.
     *
     * @throws org.quartermaster.platform.problem.Problem 422 when it cannot be true
     */
    Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample);

    /** As {@link #take}, for a sample whose readings are totals, as the register shows them. */
    Uni<Void> takeTotals(UnitOfWork unit, Machine machine, Sample sample);

    /** The machine after a sample that came alone; 404, or 422 with nothing stored, as the sample deserves. */
    Uni<Machine> report(Caller caller, String equipmentId, Sample sample);
}
