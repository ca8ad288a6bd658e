package org.quartermaster.equipment.telemetry;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/**
 * What the chunks of a batch have brought each machine: noted with each chunk, told in one event a machine when the
 * batch ends, and by whoever runs a few minutes later when it never ended.
 */
@ApplicationScoped
class BatchNotes {
    private static final int TOLD_TOGETHER = 1_000;
    private static final String NOTE = """
            insert into telemetry_batch_notes as n
              (tenant_id, batch_id, equipment_id, from_at, to_at, accepted, warned)
            select $1, $2, s.* from unnest($3::text[], $4::timestamptz[], $5::timestamptz[], $6::int[], $7::int[]) as s
            on conflict (tenant_id, batch_id, equipment_id) do update set
              from_at = least(n.from_at, excluded.from_at), to_at = greatest(n.to_at, excluded.to_at),
              accepted = n.accepted + excluded.accepted, warned = n.warned + excluded.warned
            """;
    private static final String LOCK = """
            select e.equipment_id from equipment e
            where e.tenant_id = $1 and e.equipment_id in (
              select n.equipment_id from telemetry_batch_notes n
              where n.tenant_id = $1 and n.batch_id = $2 order by n.equipment_id limit $3)
            order by e.equipment_id for update
            """;
    private static final String TAKE = """
            delete from telemetry_batch_notes n using equipment e
            where n.tenant_id = $1 and n.batch_id = $2 and n.equipment_id = any ($3)
              and e.tenant_id = n.tenant_id and e.equipment_id = n.equipment_id
            returning n.batch_id, n.from_at, n.to_at, n.accepted, n.warned, e.equipment_id, e.current_fuel_percent,
              e.current_fuel_at, e.current_hours, e.current_hours_at, e.current_km, e.current_lat, e.current_lon,
              e.current_position_at, e.last_seen_at, e.last_sample_at
            """;
    private static final String LEFT = """
            select tenant_id, batch_id from telemetry_batch_notes
            group by tenant_id, batch_id having max(updated_at) < now() - interval '5 minutes'
            """;

    private final Writes writes;
    private final SystemConnection database;

    @Inject
    BatchNotes(Writes writes, SystemConnection database) {
        this.writes = writes;
        this.database = database;
    }

    /** Adds what a chunk has taken, in its transaction. */
    static Query note(UnitOfWork unit, String batchId, List<Ledger> ledgers) {
        var rows = new Columns<>(ledgers);
        return Query.of(
                NOTE,
                unit.caller().tenant(),
                batchId,
                rows.texts(Ledger::id),
                rows.times(ledger -> ledger.taken().get(0).sample().recordedAt()),
                rows.times(ledger ->
                        ledger.taken().get(ledger.taken().size() - 1).sample().recordedAt()),
                rows.integers(ledger -> ledger.taken().size()),
                rows.integers(ledger -> TelemetryRecorded.warned(ledger.taken())));
    }

    /** Tells what is noted of a batch. Blocking. */
    void tell(Caller caller, String batchId) {
        int told;
        do {
            told = Awaiting.result(() -> writes.write(caller, unit -> tell(unit, batchId)));
        } while (told == TOLD_TOGETHER);
    }

    /** NB: the machines are locked first, so that the events of each stand in the order of its changes. */
    private static Uni<Integer> tell(UnitOfWork unit, String batchId) {
        var tenant = unit.caller().tenant();
        return unit.run(LOCK, tenant, batchId, TOLD_TOGETHER).chain(locked -> {
            var ids = new ArrayList<String>();
            locked.forEach(row -> ids.add(row.getString(0)));
            return ids.isEmpty()
                    ? Uni.createFrom().item(0)
                    : unit.run(TAKE, tenant, batchId, ids.toArray(String[]::new))
                            .invoke(taken -> taken.forEach(row -> tell(unit, row)))
                            .replaceWith(ids.size());
        });
    }

    private static void tell(UnitOfWork unit, Row row) {
        var event = TelemetryRecorded.of(row);
        unit.changed(Change.eventOnly("telemetry", event.equipmentId(), "recorded", event, null));
    }

    /** Tells of batches whose service died before it could. */
    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellOfLeft() throws SQLException {
        record Left(String tenant, String batchId) {}
        List<Left> left;
        try (var connection = database.open()) {
            left = Sql.query(connection, LEFT, row -> new Left(row.getString(1), row.getString(2)));
        }
        for (var batch : left) {
            Log.infof("telling of batch %s, which did not end", batch.batchId);
            tell(Caller.system(batch.tenant), batch.batchId);
        }
    }
}
