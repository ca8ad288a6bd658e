package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Caller;

/** Takes orders for long work. */
@ApplicationScoped
public final class Jobs {
    private final JobStore store;
    private final JobPieces input;
    private final JobWorkers workers;
    private final Idempotency idempotency;

    @Inject
    Jobs(JobStore store, JobPieces input, JobWorkers workers, Idempotency idempotency) {
        this.store = store;
        this.input = input;
        this.workers = workers;
        this.idempotency = idempotency;
    }

    /**
     * Keeps the body of a request as it comes in, and queues a job for it; honours {@code Idempotency-Key} and
     * {@code Content-Encoding: gzip}. For a {@code @Blocking} endpoint, whose worker thread reads the body.
     *
     * @param kind name of a {@link JobKind}
     * @param parameters what the job is to know besides its input
     * @return 202 with the job's address
     * @throws org.quartermaster.platform.problem.Problem 413 past {@link JobConfig#maxInput}, 415 for another
     *     encoding, 422 {@code empty_file} for an empty body, 429 past {@link JobConfig#maxWaiting}
     */
    public Uni<Response> submit(Call call, String kind, ObjectNode parameters, InputStream body) {
        var context = Vertx.currentContext();
        var caller = call.caller();
        var language = Messages.language(call.header("Accept-Language"));
        var job = new Job(Ids.next("job"), kind, caller, parameters, language, 0, null);
        Awaiting.result(() -> store.begin(job));
        byte[] digest;
        try {
            digest = input.keep(job, call.header("Content-Encoding"), body);
        } catch (RuntimeException refused) {
            Awaiting.result(() -> store.drop(caller, job.id()));
            throw refused;
        }
        Supplier<Uni<? extends Response>> queued = () -> idempotency.once(
                call, digest, unit -> store.received(unit, job.id()).replaceWith(() -> accepted(job.id())));
        return Uni.createFrom()
                .deferred(queued)
                .runSubscriptionOn(command -> context.runOnContext(ignored -> command.run()))
                .onItemOrFailure()
                .call(() -> store.drop(caller, job.id()))
                .invoke(workers::ring);
    }

    /**
     * Queues a job whose input stands elsewhere, such as in a spool file, in the transaction of a connection of the
     * system role; {@link #ring} when that is committed.
     *
     * @param id of the job, at most 50 characters, unique for ever
     */
    public void queue(Connection connection, Caller caller, String id, String kind, ObjectNode parameters)
            throws SQLException {
        Sql.update(
                connection,
                """
                insert into platform.job (tenant_id, job_id, kind, parameters, created_by, roles, request_id, language,
                  received_at)
                values (?, ?, ?, ?, ?, string_to_array(?, ' '), ?, 'en', now())
                """,
                caller.tenant(),
                id,
                kind,
                parameters.toString(),
                caller.subject(),
                String.join(" ", caller.roles()),
                caller.requestId());
    }

    /**
     * Queues a job that needs no input, in the transaction of a request; the workers are told once it is committed.
     *
     * @return the id of the job
     */
    public Uni<String> queue(UnitOfWork unit, String kind, ObjectNode parameters) {
        var job = new Job(Ids.next("job"), kind, unit.caller(), parameters, Locale.ENGLISH, 0, null);
        unit.afterCommit(workers::ring);
        return store.queue(unit, job).replaceWith(job.id());
    }

    /** Tells the workers of this replica that there is a new job. */
    public void ring() {
        workers.ring();
    }

    /** 202 with the address of a job that was queued. */
    public static Answer accepted(String id) {
        return new Answer(202, new JobAccepted(id, Job.State.QUEUED), JobView.PATH + id, null);
    }

    /** What the one who asked for a job gets at once. */
    @Schema(name = "JobAccepted")
    public record JobAccepted(String jobId, Job.State state) {}
}
