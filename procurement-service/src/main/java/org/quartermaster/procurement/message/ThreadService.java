package org.quartermaster.procurement.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Acts on threads by those who may see them; staff of the operator act in the organization that asked for support. */
@ApplicationScoped
public class ThreadService {
    private static final ProblemType CLOSED = new ProblemType(409, "thread_closed");

    private static final String LOCK = """
            select status, rv from procurement.message_threads where tenant_id = $1 and thread_id = $2 for no key update
            """;

    private final ThreadList list;
    private final Threads threads;
    private final Writes writes;
    private final Idempotency idempotency;

    @Inject
    ThreadService(ThreadList list, Threads threads, Writes writes, Idempotency idempotency) {
        this.list = list;
        this.threads = threads;
        this.writes = writes;
        this.idempotency = idempotency;
    }

    Uni<Answer> open(UnitOfWork unit, Threads.Opening opening) {
        return threads.open(unit, opening)
                .chain(id -> unit.run(ThreadSql.ONE, id))
                .map(ThreadSql.NOT_FOUND::require)
                .map(ThreadView::of)
                .map(view -> Answer.created(view, "/api/v1/message-threads/" + view.threadId()));
    }

    /**
     * Opens a thread of members about a tender; the id of the thread.
     *
     * @param other who takes part beside the caller
     */
    public Uni<String> open(UnitOfWork unit, String subject, String content, UUID other, String tender) {
        var opening = new Threads.Opening(subject, content, ThreadKind.TENANT, List.of(other), tender);
        return threads.open(unit, opening).map(UUID::toString);
    }

    /**
     * Adds a message of the caller's, once per key.
     *
     * @param key null where the same message may be added again
     */
    public Uni<Answer> post(Caller caller, Idempotency.Key key, String id, String content) {
        return list.get(caller, id).chain(thread -> {
            Function<UnitOfWork, Uni<Answer>> work =
                    unit -> locked(unit, thread).chain(now -> add(unit, now, caller, content));
            return thread.tenantId().equals(caller.tenant())
                    ? idempotency.once(caller, key, work)
                    : idempotency.onceGlobal(caller.within(thread.tenantId()), key, work);
        });
    }

    private Uni<Answer> add(UnitOfWork unit, ThreadView thread, Caller caller, String content) {
        if (thread.status() == ThreadStatus.CLOSED) {
            throw Problem.of(CLOSED);
        }
        var text = new Threads.Text(UUID.fromString(caller.subject()), content, false);
        return threads.write(unit, thread.tenantId(), thread.threadId(), text)
                .chain(message -> unit.run(
                        "select * from procurement.messages where tenant_id = $1 and message_id = $2",
                        thread.tenantId(),
                        message))
                .map(rows -> MessageView.of(rows.iterator().next()))
                .map(view -> Answer.created(view, "/api/v1/message-threads/" + thread.threadId() + "/messages", null));
    }

    Uni<Answer> read(Caller caller, String id) {
        return acting(caller, id, (unit, thread) -> threads.read(unit, thread.tenantId(), thread.threadId())
                .replaceWith(Answer::empty));
    }

    Uni<Answer> change(Caller caller, String id, String ifMatch, Fields fields) {
        fields.require("status");
        var status = fields.word("status", ThreadStatus.class).value();
        fields.checkStrictly();
        return acting(caller, id, (unit, thread) -> {
                    ETags.requireMatch(ifMatch, thread.version());
                    return status == null || status == thread.status()
                            ? Uni.createFrom().voidItem()
                            : threads.setStatus(unit, thread, status);
                })
                .chain(() -> list.get(caller, id))
                .map(Answer::ok);
    }

    /** NB: only the role of the system is let into another organization; who may see the thread was asked before. */
    private <T> Uni<T> acting(Caller caller, String id, BiFunction<UnitOfWork, ThreadView, Uni<T>> work) {
        return list.get(caller, id).chain(thread -> {
            var other = caller.within(thread.tenantId());
            return thread.tenantId().equals(caller.tenant())
                    ? writes.write(caller, unit -> locked(unit, thread).chain(now -> work.apply(unit, now)))
                    : writes.writeGlobal(other, unit -> locked(unit, thread).chain(now -> work.apply(unit, now)));
        });
    }

    /** The thread as it is under its lock. */
    private static Uni<ThreadView> locked(UnitOfWork unit, ThreadView seen) {
        return unit.run(LOCK, seen.tenantId(), seen.threadId())
                .map(ThreadSql.NOT_FOUND::require)
                .map(row -> seen.at(row.getString(0), row.getLong(1)));
    }
}
