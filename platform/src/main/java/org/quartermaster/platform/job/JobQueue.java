package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Words;
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
          where kind = any (?) and (state = 'queued' and received_at is not null
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
    private static final String FORGET_OUTPUT =
            "delete from platform.job_chunk where tenant_id = ? and job_id = ? and part = 'output' and n >= ?";
    private static final String BEAT = """
        update platform.job set lease_until = now() + make_interval(secs => ?), done = ?, total = ?
        where tenant_id = ? and job_id = ? and attempt = ? and state = 'running' returning cancel_requested
        """;
    private static final String FINISH = """
        update platform.job set state = ?, done = ?, total = ?, result = ?, errors = ?, error_count = ?,
          output_type = coalesce(?, output_type), output_name = coalesce(?, output_name), finished_at = now(), lease_until = null, version = version + 1
        where tenant_id = ? and job_id = ? and attempt = ? and state = 'running'
        """;
    private static final String GIVE_BACK = """
        update platform.job set state = case when ? then 'queued' else state end, version = version + 1,
          attempt = attempt - case when ? then 1 else 0 end, lease_until = now() + make_interval(secs => ?)
        where tenant_id = ? and job_id = ? and attempt = ? and state = 'running'
        """;

    private final SystemConnection database;
    private final JobTools tools;
    private final JobConfig config;
    private final MeterRegistry meters;
    private Connection connection;

    @Inject
    JobQueue(SystemConnection database, JobTools tools, JobConfig config, MeterRegistry meters) {
        this.database = database;
        this.tools = tools;
        this.config = config;
        this.meters = meters;
    }

    /** Something to do with the connection. */
    @FunctionalInterface
    interface Step<T> {
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
        var run = step(open -> takeOne(open, kinds));
        if (run != null && run.job().attempt() > 1) {
            step(open -> JobStatement.of(open, FORGET_OUTPUT)
                    .bind(run.caller().tenant(), run.id(), run.outputPieces())
                    .update());
        }
        return run;
    }

    private JobRun takeOne(Connection open, String[] kinds) throws SQLException {
        try (var query = open.prepareStatement(TAKE)) {
            query.setArray(1, open.createArrayOf("text", kinds));
            query.setDouble(2, config.lease().toSeconds());
            try (var rows = query.executeQuery()) {
                return rows.next() ? run(rows) : null;
            }
        }
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
        var errors = new JobErrors((ArrayNode) Json.stored(row.getString("errors")), row.getLong("error_count"));
        var run = new JobRun(job, tools, errors, row.getInt("output_pieces"));
        if (row.getBoolean("cancel_requested")) {
            run.stop(JobStopped.Reason.CANCELLED);
        }
        return run;
    }

    /** Tells that the run lives and how far it is, and hears whether it is to end. */
    void beat(JobRun run) throws SQLException {
        var cancelled = step(open -> {
            try (var update = JobStatement.of(open, BEAT)
                            .bind((double) config.lease().toSeconds(), run.done(), run.total())
                            .bind(run.caller().tenant(), run.id(), run.job().attempt())
                            .prepared();
                    var rows = update.executeQuery()) {
                return rows.next() ? Boolean.valueOf(rows.getBoolean(1)) : null;
            }
        });
        if (cancelled == null) {
            run.stop(JobStopped.Reason.LOST);
        } else if (cancelled) {
            run.stop(JobStopped.Reason.CANCELLED);
        }
    }

    /** Writes the end of a run; nothing when the job has another worker by now. */
    void finish(JobRun run, JobState state, String result) throws SQLException {
        step(open -> JobStatement.of(open, FINISH)
                .bind(Words.of(state), run.done(), run.total(), result)
                .bind(run.errors().text(), run.errorCount(), run.outputType(), run.outputName())
                .bind(run.caller().tenant(), run.id(), run.job().attempt())
                .update());
        meters.counter("jobs_finished", "kind", run.job().kind(), "state", Words.of(state))
                .increment();
    }

    /** Gives a job back that is to be run once more: at once, or after the given seconds. */
    void giveBack(JobRun run, boolean atOnce, double seconds) throws SQLException {
        step(open -> JobStatement.of(open, GIVE_BACK)
                .bind(atOnce, atOnce, seconds)
                .bind(run.caller().tenant(), run.id(), run.job().attempt())
                .update());
    }
}
