package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/**
 * The jobs of all tenants as the workers of this replica see them, over one connection of their own. Blocking.
 * NB: of the tenants that wait, the one with the fewest running jobs comes first, so that nobody fills the queue.
 */
@ApplicationScoped
class JobQueue {
    private static final String TAKE = """
        with due as (
          select tenant_id, job_id from platform.job j
          where kind = any (?) and (state = 'queued' and received_at is not null and (lease_until is null or lease_until < now())
            or state = 'running' and lease_until < now()
              and pg_try_advisory_xact_lock(hashtextextended(job_id, 11)))
          order by (select count(*) from platform.job r where r.tenant_id = j.tenant_id and r.state = 'running'),
            created_at
          limit 1 for update skip locked
        )
        update platform.job j set state = 'running', attempt = attempt + 1, version = version + 1,
          lease_until = now() + make_interval(secs => ?), started_at = coalesce(started_at, now()),
          errors = case when checkpoint is null then '[]' else errors end,
          error_count = case when checkpoint is null then 0 else error_count end
        from due where j.tenant_id = due.tenant_id and j.job_id = due.job_id
        returning j.tenant_id, j.job_id, j.kind, j.parameters, j.created_by, j.roles, j.request_id, j.language,
          j.attempt, j.checkpoint, j.errors, j.error_count, j.output_pieces, j.cancel_requested
        """;
    private static final String FORGET_OUTPUT = """
        delete from platform.job_chunk where tenant_id = ? and job_id = ?
          and (part = 'output' and n >= ? or part = 'errors' and n >= ?)
        """;
    private static final String BEAT = """
        update platform.job set lease_until = now() + make_interval(secs => ?), done = ?, total = ?,
          progress = coalesce(?, progress)
        where tenant_id = ? and job_id = ? and attempt = ? and state = 'running' returning cancel_requested
        """;
    private static final String FINISH = """
        update platform.job set state = ?, done = ?, total = ?, progress = coalesce(?, progress), result = ?, errors = ?, error_count = ?,
          output_type = coalesce(?, output_type), output_name = coalesce(?, output_name),
          finished_at = now(), lease_until = null, version = version + 1
        where tenant_id = ? and job_id = ? and attempt = ? and state = 'running'
        """;
    private static final String GIVE_BACK = """
        update platform.job set state = case when ? then 'queued' else state end, version = version + 1,
          attempt = attempt - case when ? then 1 else 0 end, lease_until = now() + make_interval(secs => ?)
        where tenant_id = ? and job_id = ? and attempt = ? and state = 'running'
        """;

    private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);
    private static final String FORGET_JOBS = """
        delete from platform.job where finished_at < now() - make_interval(secs => ?)
          or received_at is null and updated_at < now() - make_interval(secs => ?)
        """;
    private static final String FORGET_INPUTS = """
        delete from platform.job_chunk c using platform.job j
        where j.tenant_id = c.tenant_id and j.job_id = c.job_id and c.part = 'input'
          and j.finished_at < now() - make_interval(secs => ?)
        """;

    private final SystemConnection database;
    private final JobGuard guard;
    private final JobPieces pieces;
    private final JobConfig config;
    private final MeterRegistry meters;
    private Connection connection;

    @Inject
    JobQueue(SystemConnection database, JobGuard guard, JobPieces pieces, JobConfig config, MeterRegistry meters) {
        this.database = database;
        this.guard = guard;
        this.pieces = pieces;
        this.config = config;
        this.meters = meters;
    }

    /** Something to do with the connection. */
    @FunctionalInterface
    private interface Step<T> {
        T with(Connection connection) throws SQLException;
    }

    private synchronized <T> T step(Step<T> step) throws SQLException {
        try {
            if (connection == null) {
                connection = database.open();
            }
            return step.with(connection);
        } catch (SQLException failed) {
            close();
            throw failed;
        }
    }

    @PreDestroy
    synchronized void close() {
        try (var closing = connection) {
            connection = null;
        } catch (SQLException away) {
            connection = null;
        }
    }

    /** The next job of these kinds, or null; kinds that only a newer replica knows wait for that one. */
    JobRun take(String[] kinds) throws SQLException {
        var taken = step(open -> Sql.query(open, TAKE, this::run, kinds, seconds(config.lease())));
        if (taken.isEmpty()) {
            return null;
        }
        var run = taken.get(0);
        if (run.job.attempt() > 1) {
            step(open -> Sql.update(
                    open, FORGET_OUTPUT, run.caller().tenant(), run.id(), run.outputPieces, (int) run.errorCount));
        }
        return run;
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds();
    }

    private JobRun run(ResultSet row) throws SQLException {
        var roles = Set.of((String[]) row.getArray("roles").getArray());
        var caller = new Caller(
                row.getString("tenant_id"), row.getString("created_by"), roles, row.getString("request_id"), null);
        var job = new Job(
                row.getString("job_id"),
                row.getString("kind"),
                caller,
                (ObjectNode) Json.stored(row.getString("parameters")),
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("attempt"),
                (ObjectNode) Json.stored(row.getString("checkpoint")));
        var run = new JobRun(job, guard, pieces, (ArrayNode) Json.stored(row.getString("errors")));
        run.errorCount = row.getLong("error_count");
        run.outputPieces = row.getInt("output_pieces");
        if (row.getBoolean("cancel_requested")) {
            run.stop(JobRun.Stopped.Reason.CANCELLED);
        }
        return run;
    }

    /** Tells that the run lives and how far it is, and hears whether it is to end. */
    void beat(JobRun run) throws SQLException {
        var cancelled = step(open -> Sql.query(
                open,
                BEAT,
                row -> row.getBoolean(1),
                seconds(config.lease()),
                run.done,
                run.total,
                run.standing,
                run.caller().tenant(),
                run.id(),
                run.job.attempt()));
        if (cancelled.isEmpty()) {
            run.stop(JobRun.Stopped.Reason.LOST);
        } else if (cancelled.get(0)) {
            run.stop(JobRun.Stopped.Reason.CANCELLED);
        }
    }

    /** Writes the end of a run; nothing when the job has another worker by now. */
    void finish(JobRun run, Job.State state, String result) throws SQLException {
        var finished = step(open -> Sql.update(
                open,
                FINISH,
                Words.of(state),
                run.done,
                run.total,
                run.standing,
                result,
                run.firstErrors.toString(),
                run.errorCount,
                run.outputType,
                run.outputName,
                run.caller().tenant(),
                run.id(),
                run.job.attempt()));
        meters.counter("jobs_finished", "kind", run.job.kind(), "state", Words.of(state))
                .increment(finished);
    }

    /** Gives a job back that is to be run once more: at once, or after the given seconds. */
    void giveBack(JobRun run, boolean atOnce, double seconds) throws SQLException {
        step(open -> Sql.update(
                open, GIVE_BACK, atOnce, atOnce, seconds, run.caller().tenant(), run.id(), run.job.attempt()));
    }

    /** Forgets old jobs, the input of finished ones, and uploads that never ended. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        try (var own = database.open()) {
            Sql.update(own, FORGET_JOBS, seconds(config.retention()), seconds(LONGEST_UPLOAD));
            Sql.update(own, FORGET_INPUTS, seconds(config.inputRetention()));
        }
    }
}
