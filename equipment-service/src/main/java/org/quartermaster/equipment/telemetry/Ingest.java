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
import java.util.function.Function;
import java.util.stream.Stream;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.meter.Meter;
import org.quartermaster.equipment.meter.MeterTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

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
                .chain(() -> judge(unit, chunk))
                .chain(() -> write(unit, chunk, first))
                .map(ignored -> counted(unit, chunk));
    }

    /** As above, for machines that the session holds under lock: they show their new values at once. */
    Uni<List<Outcome>> take(UnitOfWork unit, Chunk chunk, Map<String, Machine> machines) {
        return unit.runAll(List.of(MeterTable.of(machines.keySet().toArray(String[]::new))))
                .invoke(found -> {
                    var meters = byMachine(found.get(0));
                    machines.forEach((id, machine) -> chunk.add(
                            Ledger.of(machine, meters.getOrDefault(id, List.of())), List.of(Reference.to(id))));
                    chunk.assign();
                })
                .chain(() -> judge(unit, chunk))
                .chain(() -> write(unit, chunk, 0))
                .map(ignored -> counted(unit, chunk));
    }

    /** {@code telemetry_samples_total} by outcome. */
    private List<Outcome> counted(UnitOfWork unit, Chunk chunk) {
        var outcomes = chunk.outcomes();
        unit.afterCommit(
                () -> outcomes.forEach(outcome -> counters[outcome.kind().ordinal()].increment()));
        return outcomes;
    }

    private static Uni<Void> judge(UnitOfWork unit, Chunk chunk) {
        return recognize(unit, chunk).chain(() -> look(unit, chunk)).invoke(chunk::judge);
    }

    private static Uni<Void> lock(UnitOfWork unit, Chunk chunk) {
        var references = chunk.references().toList();
        if (references.isEmpty()) {
            chunk.assign();
            return Uni.createFrom().voidItem();
        }
        return read(unit, references)
                .invoke(found -> {
                    var meters = byMachine(found.get(1));
                    found.get(0).forEach(row -> chunk.add(ledger(row, meters), MachineTable.names(row)));
                    chunk.assign();
                })
                .replaceWithVoid();
    }

    /**
     * The machines, locked, and their meters.
     * NB: two statements, as meters read with the lock would be those of before the wait for it; in one round trip
     * where all machines are named by their ids.
     */
    private static Uni<List<RowSet<Row>>> read(UnitOfWork unit, List<Reference> references) {
        var lock = MachineTable.lock(references);
        if (references.stream().allMatch(reference -> reference.kind() == Reference.Kind.EQUIPMENT_ID)) {
            var ids = references.stream().map(Reference::value).toArray(String[]::new);
            return unit.runAll(List.of(lock, MeterTable.of(ids)));
        }
        return unit.runAll(List.of(lock)).chain(machines -> {
            var ids = new ArrayList<String>();
            machines.get(0).forEach(row -> ids.add(row.getString("equipment_id")));
            return unit.runAll(List.of(MeterTable.of(ids.toArray(String[]::new))))
                    .map(meters -> List.of(machines.get(0), meters.get(0)));
        });
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
        return Ledger.of(facts, MachineTable.current(row), own, MachineTable.places(row));
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
                .filter(entry -> !entry.ledger().knows(entry) && entry.ledger().asks(entry))
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

    /** Writes a judged chunk and what follows from it. */
    Uni<Void> write(UnitOfWork unit, Chunk chunk, int first) {
        var queries = queries(unit, chunk, first);
        return queries.isEmpty()
                ? consequences.follow(unit, chunk)
                : unit.runAll(queries).chain(() -> consequences.follow(unit, chunk));
    }

    private List<Query> queries(UnitOfWork unit, Chunk chunk, int first) {
        var queries = new ArrayList<Query>();
        add(queries, chunk.taken(), taken -> HistoryTable.insert(unit, chunk.batchId(), taken));
        add(queries, chunk.taken(), taken -> HistoryTable.touchDays(unit, taken));
        add(queries, chunk.ledgers().stream().filter(Ledger::isToSave), saved -> MachineTable.save(unit, saved));
        add(queries, chunk.touchedMeters(), meters -> MeterTable.save(unit, meters));
        chunk.ledgers().stream().filter(Ledger::isSeen).forEach(ledger -> queries.addAll(releases(unit, ledger)));
        if (chunk.batchId() != null) {
            add(
                    queries,
                    chunk.rejected(),
                    rejected -> RejectTable.insert(unit, json, chunk.batchId(), first, rejected));
        }
        return queries;
    }

    private static <T> void add(List<Query> queries, Stream<T> rows, Function<List<T>, Query> query) {
        var list = rows.toList();
        if (!list.isEmpty()) {
            queries.add(query.apply(list));
        }
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
