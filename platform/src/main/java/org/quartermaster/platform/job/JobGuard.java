package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * The database as runs use it. A worker that was taken for dead (paused, cut off) must not write beside the one that
 * took its job: every transaction of a run shares a lock that a taker must have alone, and looks under it whether the
 * job is still its own.
 */
@ApplicationScoped
final class JobGuard {
    private static final String LOCK = "select pg_advisory_xact_lock_shared(hashtextextended($1, 11)) is null";
    private static final String OWN = """
            select 1 from platform.job where tenant_id = $1 and job_id = $2 and attempt = $3 and state = 'running'
            """;
    private static final String REMEMBER = """
            update platform.job set checkpoint = $1, errors = $2, error_count = $3, output_pieces = $4,
              output_type = coalesce($5, output_type), output_name = coalesce($6, output_name)
            where tenant_id = $7 and job_id = $8
            """;

    private final Writes writes;
    private final TenantDatabase database;

    @Inject
    JobGuard(Writes writes, TenantDatabase database) {
        this.writes = writes;
        this.database = database;
    }

    Uni<RowSet<Row>> read(Job job, String sql, Object... parameters) {
        return database.read(job.caller(), sql, parameters);
    }

    <T> Uni<T> write(Job job, Function<UnitOfWork, Uni<T>> work) {
        return writes.write(job.caller(), unit -> unit.runAll(List.of(
                        Query.of(LOCK, job.id()), Query.of(OWN, job.caller().tenant(), job.id(), job.attempt())))
                .invoke(results -> {
                    if (results.get(1).size() == 0) {
                        throw new JobRun.Stopped(JobRun.Stopped.Reason.LOST);
                    }
                })
                .chain(() -> work.apply(unit)));
    }

    /** As {@link #write}, for a transaction that a worker has opened over a connection of the system role. Blocking. */
    void hold(Connection connection, Job job) throws SQLException {
        Sql.query(connection, "select pg_advisory_xact_lock_shared(hashtextextended(?, 11))", row -> job, job.id());
        var own = Sql.query(
                connection,
                "select 1 from platform.job where tenant_id = ? and job_id = ? and state = 'running' and attempt = ?",
                row -> job,
                job.caller().tenant(),
                job.id(),
                job.attempt());
        if (own.isEmpty()) {
            throw new JobRun.Stopped(JobRun.Stopped.Reason.LOST);
        }
    }

    Uni<Void> remember(UnitOfWork unit, JobRun run, ObjectNode place) {
        return unit.run(
                        REMEMBER,
                        place.toString(),
                        run.firstErrors.toString(),
                        run.errorCount,
                        run.outputPieces,
                        run.outputType,
                        run.outputName,
                        run.caller().tenant(),
                        run.id())
                .replaceWithVoid();
    }
}
