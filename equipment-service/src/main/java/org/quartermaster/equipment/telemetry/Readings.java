package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
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

    /** What a machine reports. */
    public record Report(Machine machine, Sample sample) {}

    /** A sample whose readings are what the meters show; refused at once when it cannot be true (422). */
    public Uni<Void> take(UnitOfWork unit, Machine machine, Sample sample) {
        return take(unit, List.of(new Report(machine, sample)), Mode.STRICT)
                .invoke(outcomes -> require(outcomes.get(0)))
                .replaceWithVoid();
    }

    /** As {@link #take}, for a sample whose readings are totals, as the register shows them. */
    public Uni<Void> takeTotals(UnitOfWork unit, Machine machine, Sample sample) {
        return take(unit, List.of(new Report(machine, sample)), Mode.TOTALS)
                .invoke(outcomes -> require(outcomes.get(0)))
                .replaceWithVoid();
    }

    /** As above, for many machines; what is refused is told to {@code refused}, and has changed nothing. */
    public Uni<Void> takeTotals(UnitOfWork unit, List<Report> reports, BiConsumer<Machine, Problem> refused) {
        return reports.isEmpty()
                ? Uni.createFrom().voidItem()
                : take(unit, reports, Mode.TOTALS)
                        .invoke(outcomes -> {
                            for (var i = 0; i < reports.size(); i++) {
                                try {
                                    require(outcomes.get(i));
                                } catch (Problem problem) {
                                    refused.accept(reports.get(i).machine(), problem);
                                }
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<List<Outcome>> take(UnitOfWork unit, List<Report> reports, Mode mode) {
        var machines = new LinkedHashMap<String, Machine>();
        reports.forEach(report -> machines.put(report.machine().equipmentId, report.machine()));
        return ingest.take(unit, chunk(unit, reports, mode), machines);
    }

    private static Chunk chunk(UnitOfWork unit, List<Report> reports, Mode mode) {
        var offers = reports.stream()
                .map(report -> Offer.single(report.machine().equipmentId, report.sample(), mode, unit.caller()))
                .toList();
        return new Chunk(unit.now(), null, offers);
    }

    /**
     * The first totals of machines that are not inserted yet: they show them at once, and {@link #write} writes the
     * rest when they are. Nothing is known of them, so nothing is asked and nothing can be implausible.
     */
    public Chunk first(UnitOfWork unit, List<Report> reports) {
        var chunk = chunk(unit, reports, Mode.TOTALS);
        for (var report : reports) {
            var ledger = Ledger.first(report.machine());
            chunk.add(ledger, List.of(Reference.to(ledger.id())));
        }
        chunk.assign();
        chunk.judge();
        return chunk;
    }

    public Uni<Void> write(UnitOfWork unit, Chunk first) {
        return ingest.write(unit, first, 0);
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
