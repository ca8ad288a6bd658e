package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;

/** Takes what is reported of machines into their history of readings, by the same rules as any other sample. */
public interface Readings {
    /** What a machine reports. */
    record Report(Machine machine, Sample sample) {}

    /**
     * Takes a sample whose readings are what the meters show, within a change of the locked machine.
     *
     * @throws org.quartermaster.platform.problem.Problem 422 when it cannot be true
     */
    Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample);

    /** As {@link #take}, for a sample whose readings are totals, as the register shows them. */
    Uni<Void> takeTotals(UnitOfWork unit, Machine machine, Sample sample);

    /** As above, for many machines; what is refused is told to {@code refused}, and has changed nothing. */
    Uni<Void> takeTotals(UnitOfWork unit, List<Report> reports, BiConsumer<Machine, Problem> refused);

    /**
     * The first totals of machines that are not inserted yet: they show them at once. Nothing is known of them, so
     * nothing is asked and nothing can be implausible.
     *
     * @return writes the rest, when the machines are inserted
     */
    Supplier<Uni<Void>> first(UnitOfWork unit, List<Report> reports);

    /** The machine after a sample that came alone; 404, or 422 with nothing stored, as the sample deserves. */
    Uni<Machine> report(Caller caller, String equipmentId, Sample sample);
}
