package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.meter.Meter;
import org.quartermaster.equipment.meter.MeterBook;
import org.quartermaster.equipment.meter.MeterKind;
import org.quartermaster.equipment.meter.MeterTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.Words;

/**
 * The one way of samples into the database: locks the machines of a chunk, judges its samples in memory, and writes
 * history, meters and present values set-based, so that a chunk costs the same number of statements whatever it holds.
 */
@ApplicationScoped
class Ingest {
    private final ObjectMapper json;
    private final Consequences consequences;
    private final Counter[] counters;

    @Inject
    Ingest(ObjectMapper json, Consequences consequences, MeterRegistry meters) {
        this.json = json;
        this.consequences = consequences;
        this.counters = Arrays.stream(Outcome.Kind.values())
                .map(kind -> meters.counter("telemetry_samples", "outcome", Words.of(kind)))
                .toArray(Counter[]::new);
    }

    /** @param first position in the batch of the first sample of the chunk */
    Uni<List<Outcome>> take(UnitOfWork unit, Chunk chunk, int first) {
        return lock(unit, chunk)
                .chain(() -> recognize(unit, chunk))
                .chain(() -> look(unit, chunk))
                .invoke(() -> chunk.ledgers().forEach(Ledger::judge))
                .chain(() -> write(unit, chunk, first))
                .chain(() -> consequences.follow(unit, chunk))
                .map(ignored -> chunk.outcomes())
                .invoke(outcomes -> outcomes.forEach(this::count));
    }

    /** {@code telemetry_samples_total} by outcome. */
    private void count(Outcome outcome) {
        counters[outcome.kind().ordinal()].increment();
    }

    private static Uni<Void> lock(UnitOfWork unit, Chunk chunk) {
        var references = chunk.references().toList();
        if (references.isEmpty()) {
            chunk.assign();
            return Uni.createFrom().voidItem();
        }
        return unit.runAll(List.of(MachineTable.lock(references)))
                .chain(found -> open(unit, chunk, found.get(0)))
                .invoke(chunk::assign);
    }

    /** NB: a statement of its own, as meters read with the lock would be those of before the wait for it. */
    private static Uni<Void> open(UnitOfWork unit, Chunk chunk, RowSet<Row> machines) {
        if (machines.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        var ids = new ArrayList<String>();
        machines.forEach(row -> ids.add(row.getString("equipment_id")));
        return unit.runAll(List.of(MeterTable.of(ids.toArray(String[]::new))))
                .invoke(found -> {
                    var meters = byMachine(found.get(0));
                    machines.forEach(row -> chunk.add(ledger(row, meters), MachineTable.names(row)));
                })
                .replaceWithVoid();
    }

    private static Map<String, List<Meter>> byMachine(RowSet<Row> rows) {
        var meters = new HashMap<String, List<Meter>>();
        rows.forEach(row -> {
            var meter = MeterTable.read(row);
            meters.computeIfAbsent(meter.equipmentId, id -> new ArrayList<>()).add(meter);
        });
        return meters;
    }

    private static Ledger ledger(Row row, Map<String, List<Meter>> meters) {
        var facts = MachineTable.facts(row);
        var own = meters.getOrDefault(facts.equipmentId(), List.of());
        return new Ledger(
                facts,
                MachineTable.current(row),
                book(facts, MeterKind.HOURS, own),
                book(facts, MeterKind.KM, own),
                MachineTable.places(row));
    }

    private static MeterBook book(MachineFacts facts, MeterKind kind, List<Meter> meters) {
        return new MeterBook(
                facts.equipmentId(),
                kind,
                meters.stream().filter(meter -> meter.kind == kind).toList());
    }

    /** Finds what is stored already; samples newer than all of their machine cannot be. */
    private static Uni<Void> recognize(UnitOfWork unit, Chunk chunk) {
        var late = chunk.late();
        if (late.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unit.runAll(List.of(HistoryTable.known(unit, late)))
                .invoke(found -> found.get(0).forEach(row -> {
                    var entry = late.get(row.getLong(0).intValue() - 1);
                    entry.ledger().isKnown(entry);
                }))
                .replaceWithVoid();
    }

    /** Fetches what stands in the history next to the late samples that are new. */
    private static Uni<Void> look(UnitOfWork unit, Chunk chunk) {
        var late = chunk.late().stream()
                .filter(entry -> !entry.ledger().knows(entry))
                .toList();
        if (late.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unit.runAll(List.of(HistoryTable.neighbours(unit, late)))
                .invoke(found -> found.get(0)
                        .forEach(row -> HistoryTable.know(
                                late.get(row.getLong("i").intValue() - 1).ledger(), row)))
                .replaceWithVoid();
    }

    private Uni<Void> write(UnitOfWork unit, Chunk chunk, int first) {
        var queries = new ArrayList<Query>();
        var taken = chunk.taken().toList();
        if (!taken.isEmpty()) {
            queries.add(HistoryTable.insert(unit, chunk.batchId(), taken));
            queries.add(HistoryTable.touchDays(unit, taken));
        }
        var seen = chunk.ledgers().stream().filter(Ledger::isSeen).toList();
        if (!seen.isEmpty()) {
            queries.add(MachineTable.save(unit, seen));
        }
        var meters = chunk.touchedMeters();
        if (!meters.isEmpty()) {
            queries.add(MeterTable.save(unit, meters));
        }
        seen.forEach(ledger -> queries.addAll(releases(unit, ledger)));
        if (chunk.batchId() != null) {
            var rejected = chunk.rejected().toList();
            if (!rejected.isEmpty()) {
                queries.add(RejectTable.insert(unit, json, chunk.batchId(), first, rejected));
            }
        }
        return queries.isEmpty()
                ? Uni.createFrom().voidItem()
                : unit.runAll(queries).replaceWithVoid();
    }

    private static List<Query> releases(UnitOfWork unit, Ledger ledger) {
        var queries = new ArrayList<Query>();
        for (var book : List.of(ledger.hours(), ledger.km())) {
            book.releases().forEach(release -> queries.add(HistoryTable.release(unit, ledger, release)));
        }
        if (ledger.places().releasedFrom() != null) {
            queries.add(HistoryTable.releasePlaces(unit, ledger));
        }
        return queries;
    }
}
