package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.Readings;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.telemetry.Offer.Mode;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;

/** Samples that come within a change of their machines, or as calls of their own. */
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
        return take(unit, List.of(new Report(machine, sample)), Mode.STRICT)
                .invoke(outcomes -> outcomes.get(0).require())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> takeTotals(UnitOfWork unit, Machine machine, Sample sample) {
        return take(unit, List.of(new Report(machine, sample)), Mode.TOTALS)
                .invoke(outcomes -> outcomes.get(0).require())
                .replaceWithVoid();
    }

    @Override
    public Uni<Machine> report(Caller caller, String equipmentId, Sample sample) {
        return singles.report(caller, equipmentId, sample);
    }

    @Override
    public Uni<Void> takeTotals(UnitOfWork unit, List<Report> reports, BiConsumer<Machine, Problem> refused) {
        return reports.isEmpty()
                ? Uni.createFrom().voidItem()
                : take(unit, reports, Mode.TOTALS)
                        .invoke(outcomes -> {
                            for (var i = 0; i < reports.size(); i++) {
                                try {
                                    outcomes.get(i).require();
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

    @Override
    public Supplier<Uni<Void>> first(UnitOfWork unit, List<Report> reports) {
        var chunk = chunk(unit, reports, Mode.TOTALS);
        for (var report : reports) {
            var ledger = Ledger.first(report.machine());
            chunk.add(ledger, List.of(Reference.to(ledger.id())));
        }
        chunk.assign();
        chunk.judge();
        return () -> ingest.write(unit, chunk, 0);
    }
}
