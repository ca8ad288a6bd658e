package org.quartermaster.vehicle.load;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.market.LotView;

/** Concludes once a day what became of lots, because some rules wait for time to pass and not for a file. */
@ApplicationScoped
class DailyOutcomes {
    private static final int TOLD_AT_MOST = 5_000;
    private static final String NEWEST =
            "select source, max(snapshot_at) from raw.csv_files where state = 'loaded' group by source order by source";
    private static final String TOLD = """
            select cast(%s as text) from concluded c join vehicle.lots l on l.id = c.lot_id order by l.id limit %d
            """.formatted(LotView.JSON, TOLD_AT_MOST);

    private final OneReplica oneReplica;
    private final SystemWrites writes;
    private final DatabaseJson json;

    @Inject
    DailyOutcomes(OneReplica oneReplica, SystemWrites writes, DatabaseJson json) {
        this.oneReplica = oneReplica;
        this.writes = writes;
        this.json = json;
    }

    /** The time of the newest snapshot of a source. */
    private record Newest(String source, OffsetDateTime at) {}

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws SQLException {
        oneReplica.run(
                "outcomes",
                lock -> writes.write(Caller.system(SystemWrites.PUBLIC), unit -> {
                    conclude(unit);
                    return null;
                }));
    }

    /** NB: bounded and in the slow lane, as what a load tells of single lots. */
    private void conclude(SystemWrites.Unit unit) throws SQLException {
        var connection = unit.connection();
        for (var newest : Sql.query(
                connection, NEWEST, row -> new Newest(row.getString(1), row.getObject(2, OffsetDateTime.class)))) {
            Outcomes.conclude(connection, newest.source, newest.at.toInstant(), null);
            for (var lot : Sql.query(connection, TOLD, row -> json.read(row.getString(1), LotView.class))) {
                unit.bulk().add(Change.eventOnly("lot", String.valueOf(lot.id()), "status_changed", lot, null));
            }
            Sql.update(connection, "drop table concluded");
        }
    }
}
