package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.platform.db.CopyLine;
import org.quartermaster.platform.db.CopyRows;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.load.Compiling.Known;
import org.quartermaster.procurement.load.Parties.Party;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.schema.Shape;
import org.quartermaster.procurement.source.Sources;

/** Compiles the processes of the ocids that a load touched, in batches that bound the memory, and merges each. */
final class Processes {
    private static final int OCIDS = 500;
    private static final long BYTES = 4L << 20;

    private static final String NEXT = "select ocid, bytes from touched where ocid > ? order by ocid limit ?";
    private static final String RELEASES = """
            select %s, f.position from procurement.ocds_releases r
            left join fresh f on f.release_key = r.release_key
            where r.ocid = any (?) order by r.release_key
            """.formatted(StoredRelease.COLUMNS);
    private static final String PROCESSES = """
            select process_id, ocid, buyer_key, tender_id, welded from procurement.ocds_processes where ocid = any (?)
            """;
    private static final String JOINS =
            "select ocid, buyer_key, joined_key from procurement.ocds_joins where ocid = any (?)";
    private static final String REMARK = """
            update procurement.ocds_processes set welded = not welded where process_id = any (cast(? as uuid[]))
            """;
    private static final String TAKE_DOWN = """
            with gone as (
              update procurement.tenders set deleted_at = now(), process_id = null, rv = rv + 1
              where process_id = any (cast(? as uuid[])) and deleted_at is null
              returning tender_id, material_version
            )
            insert into procurement.tender_changes (tender_id, material_version, classes, changed, silent)
            select tender_id, material_version, '{status_changed}', '[{"path": "", "before": null, "after": null}]', ?
            from gone
            """;
    private static final String FORGET =
            "delete from procurement.ocds_processes where process_id = any (cast(? as uuid[]))";

    private final Connection connection;
    private final LoadOrder order;
    private final Shape schema;
    private final ObjectMapper json;
    private long changed;

    Processes(Connection connection, LoadOrder order, Shape schema, ObjectMapper json) {
        this.connection = connection;
        this.order = order;
        this.schema = schema;
        this.json = json;
    }

    long changed() {
        return changed;
    }

    private record Touched(String ocid, long bytes) {}

    /**
     * Compiles a batch while the one before it is merged: no two have an ocid in common.
     *
     * @param beforeBatch is called before each batch, and may end the work by an exception
     */
    void run(Runnable beforeBatch) throws SQLException {
        var compiling = new Compiling(schema, Sources.all(connection));
        var batch = next("");
        var states = begin(compiling, batch);
        while (!batch.isEmpty()) {
            beforeBatch.run();
            var compiled = states.join();
            batch = next(batch.get(batch.size() - 1));
            states = begin(compiling, batch);
            write(compiled);
        }
    }

    private CompletableFuture<List<OcidState>> begin(Compiling compiling, List<String> batch) throws SQLException {
        var known = batch.isEmpty() ? List.<Known>of() : known(batch);
        return CompletableFuture.supplyAsync(
                () -> known.parallelStream().map(compiling::compile).toList());
    }

    private List<String> next(String after) throws SQLException {
        var rows = Sql.query(connection, NEXT, row -> new Touched(row.getString(1), row.getLong(2)), after, OCIDS);
        var batch = new ArrayList<String>();
        var bytes = 0L;
        for (var row : rows) {
            if (!batch.isEmpty() && bytes + row.bytes() > BYTES) {
                break;
            }
            batch.add(row.ocid());
            bytes += row.bytes();
        }
        return batch;
    }

    private List<Known> known(List<String> ocids) throws SQLException {
        var keys = (Object) ocids.toArray(String[]::new);
        Map<String, Known> all = new LinkedHashMap<>();
        ocids.forEach(ocid -> all.put(ocid, new Known(ocid, new ArrayList<>(), new ArrayList<>(), new ArrayList<>())));
        Sql.query(connection, RELEASES, ReleaseRow::read, keys)
                .forEach(row -> all.get(row.ocid()).rows().add(row));
        Sql.query(
                        connection,
                        PROCESSES,
                        row -> new StoredProcess(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5)),
                        keys)
                .forEach(process -> all.get(process.ocid()).processes().add(process));
        Sql.query(
                connection,
                JOINS,
                row -> all.get(row.getString(1)).joined().add(Set.of(row.getString(2), row.getString(3))),
                keys);
        return List.copyOf(all.values());
    }

    private void write(List<OcidState> ocids) throws SQLException {
        var states = ocids.stream().flatMap(ocid -> ocid.changed().stream()).toList();
        Staging.emptyBatch(connection);
        var copies = new Copies(connection, json);
        var rows = new BatchRows(copies);
        rows.processes(states);
        rows.members(ocids);
        var entities = entities(states);
        rows.tenders(states, entities);
        rows.parties(states, entities);
        new PartRows(copies).parts(states);
        TenderMerge.run(connection, copies.filled(), order.silent());
        settle(ocids);
        tell(ocids);
        changed += states.size();
    }

    private Map<Party, UUID> entities(List<ProcessState> states) throws SQLException {
        var parties = states.stream()
                .flatMap(state -> state.written().parties().values().stream())
                .distinct()
                .toList();
        return new Parties(connection).resolve(parties);
    }

    private void settle(List<OcidState> ocids) throws SQLException {
        var remarked = ids(ocids.stream().flatMap(ocid -> ocid.remarked().stream()));
        var gone = ids(ocids.stream().flatMap(ocid -> ocid.gone().stream()));
        if (remarked.length > 0) {
            Sql.update(connection, REMARK, (Object) remarked);
        }
        if (gone.length > 0) {
            Sql.update(connection, TAKE_DOWN, gone, order.silent());
            Sql.update(connection, FORGET, (Object) gone);
        }
    }

    private static String[] ids(Stream<StoredProcess> processes) {
        return processes.map(process -> process.id().toString()).toArray(String[]::new);
    }

    private void tell(List<OcidState> ocids) throws SQLException {
        var issues = new CopyRows(new CopyLine(connection), Staging.COPY_ISSUES, json);
        for (var ocid : ocids) {
            for (var state : ocid.changed()) {
                for (var issue : state.news()) {
                    tell(issues, issue);
                }
            }
            tellOfWelds(issues, ocid);
        }
        issues.end();
    }

    private static void tell(CopyRows rows, Issue issue) throws SQLException {
        ReleaseRows.send(rows, issue, null);
    }

    private static void tellOfWelds(CopyRows rows, OcidState ocid) throws SQLException {
        var arrived = Stream.concat(
                        ocid.changed().stream().flatMap(state -> state.members().stream()), ocid.unplaced().stream())
                .filter(StoredRelease::isNew)
                .collect(Collectors.toMap(
                        StoredRelease::position, release -> release, (one, other) -> one, HashMap::new));
        if (ocid.isWelded() && !arrived.isEmpty()) {
            var first = arrived.values().stream()
                    .min((one, other) -> Long.compare(one.position(), other.position()))
                    .orElseThrow();
            warn(rows, first, "ocid_reused", "found " + ocid.processes() + " buyers without connection under one ocid");
        }
        for (var release : ocid.unplaced()) {
            if (release.isNew()) {
                warn(rows, release, "weld_ambiguous", "found no buyer, and several processes that it could belong to");
            }
        }
    }

    private static void warn(CopyRows rows, StoredRelease release, String code, String message) throws SQLException {
        rows.add(null)
                .add(release.position())
                .add(release.release().ocid())
                .add(release.release().id())
                .add("warning")
                .add(code)
                .add("/buyer")
                .add(message);
        rows.endRow();
    }
}
