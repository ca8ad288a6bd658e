package org.quartermaster.platform.job;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Jobs as their tenant sees them. */
@ApplicationScoped
final class JobStore {
    static final ProblemType NOT_FOUND = new ProblemType(404, "job_not_found");
    private static final ProblemType TOO_MANY = new ProblemType(429, "too_many_jobs");
    private static final Map<String, String> IN_A_MINUTE = Map.of("Retry-After", "60");
    private static final SortKey CREATED = SortKey.of("created_at", "j.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("job_id", "j.job_id", "text");

    private final TenantDatabase database;
    private final Writes writes;
    private final JobConfig config;

    @Inject
    JobStore(TenantDatabase database, Writes writes, JobConfig config) {
        this.database = database;
        this.writes = writes;
        this.config = config;
    }

    /** Notes a job whose input is still to come; 429 when so many wait that none more may. */
    Uni<Void> begin(Job job) {
        return writes.write(job.caller(), unit -> waiting(unit)
                .invoke(waiting -> {
                    if (waiting >= config.maxWaiting()) {
                        throw Problem.of(TOO_MANY, config.maxWaiting()).with(IN_A_MINUTE);
                    }
                })
                .chain(() -> insert(unit, job)));
    }

    /** NB: counted under a lock, or many that come together would all find room. */
    private static Uni<Integer> waiting(UnitOfWork unit) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(
                        Query.of("select 1 from pg_advisory_xact_lock(hashtextextended($1, 12))", tenant),
                        Query.of("""
                            select count(*) from platform.job where tenant_id = $1 and state = 'queued'
                            """, tenant)))
                .map(results -> results.get(1).iterator().next().getInteger(0));
    }

    private static Uni<Void> insert(UnitOfWork unit, Job job) {
        var caller = job.caller();
        return unit.run(
                        """
                        insert into platform.job
                          (tenant_id, job_id, kind, parameters, created_by, roles, request_id, language)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        """,
                        caller.tenant(),
                        job.id(),
                        job.kind(),
                        job.parameters().toString(),
                        caller.subject(),
                        caller.roles().toArray(String[]::new),
                        caller.requestId(),
                        job.language().getLanguage())
                .replaceWithVoid();
    }

    /** A job that needs no input is complete at once. */
    Uni<Void> queue(UnitOfWork unit, Job job) {
        return insert(unit, job).chain(() -> received(unit, job.id()));
    }

    /** The input is complete: from now on the job is seen and taken. */
    Uni<Void> received(UnitOfWork unit, String id) {
        var sql =
                "update platform.job set received_at = now(), created_at = now() where tenant_id = $1 and job_id = $2";
        return unit.run(sql, unit.caller().tenant(), id).replaceWithVoid();
    }

    /** Forgets a job whose input did not come, or was only a repetition. */
    Uni<Void> drop(Caller caller, String id) {
        var sql = "delete from platform.job where tenant_id = $1 and job_id = $2 and received_at is null";
        return writes.write(caller, unit -> unit.run(sql, caller.tenant(), id)).replaceWithVoid();
    }

    /** One job, or 404. */
    Uni<Row> read(Caller caller, String id) {
        var sql =
                "select " + JobView.COLUMNS + " from platform.job j where j.job_id = $1 and j.received_at is not null";
        return database.read(caller, sql, id).map(NOT_FOUND::require);
    }

    /** The jobs of these kinds. */
    Uni<Slice<JobView>> find(Caller caller, String[] kinds, Fields query, Locale language) {
        var list = new ListQuery("jobs", JobView.COLUMNS, "platform.job j");
        list.where("j.received_at is not null").where("j.kind = any (?)", (Object) kinds);
        query.text("kind", 0, 60).to(kind -> list.where("j.kind = ?", kind));
        list.words("j.state", query.words("state", Job.State.class)).page(query).descending(CREATED, ID);
        return list.run(database, caller, query, row -> JobView.of(row, language));
    }

    /**
     * Asks an open job to end: a waiting one is cancelled at once, a running one as soon as its worker looks.
     *
     * @return 0 when the job is finished already
     */
    Uni<Integer> cancel(Caller caller, String id) {
        var sql = """
                update platform.job set cancel_requested = true, version = version + 1,
                  finished_at = case when state = 'queued' then now() end,
                  state = case when state = 'queued' then 'cancelled' else state end
                where tenant_id = $1 and job_id = $2 and state in ('queued', 'running')
                """;
        return writes.write(caller, unit -> unit.run(sql, caller.tenant(), id)).map(done -> done.rowCount());
    }
}
