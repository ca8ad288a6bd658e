package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.load.LateGate;
import org.quartermaster.vehicle.load.LoadOrder;

/** Opens the gate of a loaded snapshot: what it did not name is gone, as if the gate had been open. Blocking. */
@ApplicationScoped
class GateOpening {
    private static final ProblemType PARTIAL = new ProblemType(409, "gate_of_partial");
    private static final ProblemType NEWER = new ProblemType(409, "newer_snapshot");
    private static final ProblemType BUSY = new ProblemType(409, "source_busy");

    private static final String STANDING = """
            select status, dry_run, gate ->> 'state' from audit.etl_runs where run_id = ? for update
            """;
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 22))";
    private static final String NEWER_LOADED = """
            select 1 from raw.csv_files
            where source = ? and state = 'loaded' and mode = 'snapshot' and snapshot_at >= ? and file_id <> ? limit 1
            """;
    private static final String LAST_EVENT = "select coalesce(max(id), 0) from audit.lot_events where file_id = ?";
    private static final String OPEN = """
            update audit.etl_runs set gate = gate || jsonb_build_object('state', 'open', 'opened_by', cast(? as text),
                'opened_at', cast(? as timestamptz), 'opening_reason', cast(? as text)),
              counts = counts || jsonb_build_object('disappeared', cast(? as bigint), 'outcomes', cast(? as bigint))
            where run_id = ?
            """;

    private final SystemWrites writes;
    private final Runs runs;
    private final LotNews news;

    @Inject
    GateOpening(SystemWrites writes, Runs runs, LotNews news) {
        this.writes = writes;
        this.runs = runs;
        this.news = news;
    }

    private record Standing(String status, boolean dryRun, String gate) {
        void requireLoaded() {
            if (!status.equals("completed") || dryRun) {
                throw Problem.of(ProblemType.INVALID_TRANSITION, dryRun ? "dry_run" : status);
            }
        }
    }

    /** The import as it is then; opening once more changes nothing. */
    ImportView open(Caller caller, UUID id, String reason) throws SQLException {
        var order = runs.read(id);
        return writes.write(caller, unit -> {
            var standing = Sql.query(
                            unit.connection(),
                            STANDING,
                            row -> new Standing(row.getString(1), row.getBoolean(2), row.getString(3)),
                            id)
                    .get(0);
            standing.requireLoaded();
            if (!"open".equals(standing.gate())) {
                requireNewest(unit.connection(), order);
                conclude(unit, order, reason, caller.subject());
            }
            return runs.show(unit, id);
        });
    }

    /** NB: under the lock of the source's loads, so that none comes in between. */
    private static void requireNewest(Connection connection, RunOrder order) throws SQLException {
        if (!order.isSnapshot()) {
            throw Problem.of(PARTIAL);
        }
        if (!Sql.query(connection, LOCK, row -> row.getBoolean(1), order.source())
                .get(0)) {
            throw Problem.of(BUSY);
        }
        var newer = Sql.query(
                connection, NEWER_LOADED, row -> true, order.source(), Columns.time(order.snapshotAt()), order.id());
        if (!newer.isEmpty()) {
            throw Problem.of(NEWER);
        }
    }

    private void conclude(SystemWrites.Unit unit, RunOrder order, String reason, String by) throws SQLException {
        var connection = unit.connection();
        var before = Sql.query(connection, LAST_EVENT, row -> row.getLong(1), order.id())
                .get(0);
        var load = new LoadOrder(order.id(), order.source(), order.snapshotAt(), order.isSnapshot());
        var concluded = LateGate.open(connection, load);
        Sql.update(
                connection,
                OPEN,
                by,
                Columns.time(unit.now()),
                reason,
                concluded.disappeared(),
                concluded.outcomes(),
                order.id());
        var told = news.of(connection, order, before);
        unit.changes()
                .add(new Change(
                        "import",
                        order.id().toString(),
                        "gate_opened",
                        runs.show(unit, order.id()),
                        null,
                        told.numbers(),
                        null,
                        false));
        unit.bulk().addAll(told.changes());
    }
}
