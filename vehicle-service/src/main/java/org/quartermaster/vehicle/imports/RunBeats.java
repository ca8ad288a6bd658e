package org.quartermaster.vehicle.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.spool.Spool;

/**
 * The heartbeat of runs. A replica beats for those whose file it has: as long as it lives they wait for it, and do not
 * fail on another replica that has a spool of its own. Blocking.
 */
@ApplicationScoped
class RunBeats {
    private static final String OPEN = "select run_id from audit.etl_runs where status in ('queued', 'running')";

    /** NB: the end of a load holds its row; a beat that waited for it would say nothing new. */
    private static final String BEAT = """
            update audit.etl_runs set heartbeat_at = now()
            where run_id in (
              select run_id from audit.etl_runs
              where cast(run_id as text) = any (?) and status in ('queued', 'running') for update skip locked)
            """;

    /**
     * Sessions of workers that let their lease run out long ago and still hold their job: a process that was stopped, or
     * a machine that was cut off. What they have written so far is rolled back with them.
     */
    private static final String CUT_OFF = """
            select pg_terminate_backend(l.pid)
            from platform.job j
            join pg_locks l on l.locktype = 'advisory' and l.mode = 'ShareLock' and l.granted and l.objsubid = 1
              and l.database = (select oid from pg_database where datname = current_database())
              and (cast(l.classid as bigint) << 32 | cast(l.objid as bigint)) = hashtextextended(j.job_id, 11)
            where j.kind = ? and j.state = 'running' and j.lease_until < now() - make_interval(secs => ?)
            """;

    private final SystemConnection database;
    private final Spool spool;
    private final ImportConfig config;

    @Inject
    RunBeats(SystemConnection database, Spool spool, ImportConfig config) {
        this.config = config;
        this.database = database;
        this.spool = spool;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() throws SQLException {
        try (var connection = database.open()) {
            var here = Sql.query(connection, OPEN, row -> row.getObject(1, UUID.class)).stream()
                    .filter(spool::has)
                    .map(UUID::toString)
                    .toArray(String[]::new);
            if (here.length > 0) {
                Sql.update(connection, BEAT, (Object) here);
            }
            Sql.query(
                    connection,
                    CUT_OFF,
                    row -> row.getBoolean(1),
                    ImportKind.NAME,
                    config.silence().toSeconds() / 2.0);
        }
    }
}
