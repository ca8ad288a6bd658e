package org.quartermaster.platform.consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Events that could not be handled. */
@ApplicationScoped
class DeadLetters {
    private static final SortKey FAILED = SortKey.of("created_at", "d.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("dead_letter_id", "d.dead_letter_id", "text");
    private static final int MAX_REASON = 500;

    private final SystemConnection system;
    private final TenantDatabase database;

    @Inject
    DeadLetters(SystemConnection system, TenantDatabase database) {
        this.system = system;
        this.database = database;
    }

    /** A dead letter and the message in it. */
    record Entry(DeadLetterView view, Letter letter) {}

    /** What failed. */
    record Failure(String consumer, String eventId, String eventType, String error, int attempts) {}

    /** Keeps a message and marks its event as handled, both or none. Blocking. */
    void bury(Letter letter, Failure failure) throws SQLException {
        var sql = """
                with handled as (
                  insert into platform.inbox (tenant_id, consumer, event_id, attempts, handled_at)
                  values (?, ?, ?, ?, now())
                  on conflict (tenant_id, consumer, event_id) do update
                  set handled_at = now(), attempts = excluded.attempts where inbox.handled_at is null
                  returning tenant_id, consumer, event_id, attempts
                )
                insert into platform.dead_letter
                  (tenant_id, dead_letter_id, consumer, event_id, event_type, subject, message, error, attempts)
                select tenant_id, ?, consumer, event_id, ?, ?, ?, ?, attempts from handled
                """;
        try (var connection = system.open()) {
            Sql.update(
                    connection,
                    sql,
                    letter.tenant(),
                    failure.consumer(),
                    failure.eventId(),
                    failure.attempts(),
                    Ids.next("dead"),
                    failure.eventType(),
                    letter.subject(),
                    letter.body(),
                    failure.error());
        }
    }

    /**
     * Why an event could not be handled, in one line for the people who run the service.
     * NB: of the innermost cause, because those around it repeat the SQL statement.
     */
    static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var text = cause instanceof Letter.Malformed ? cause.getMessage() : describe(cause);
        return text.substring(0, Math.min(text.length(), MAX_REASON));
    }

    private static String describe(Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem.errors().stream()
                    .map(error -> error.field() + " " + error.code())
                    .collect(Collectors.joining(", ", problem.type().code() + " ", ""));
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    Uni<Slice<DeadLetterView>> find(Caller caller, Fields query) {
        var list = new ListQuery("dead-letters", "d.*", "platform.dead_letter d");
        query.text("consumer", 1, 200).to(consumer -> list.where("d.consumer = ?", consumer));
        list.page(query).order(List.of(FAILED), ID);
        return list.run(database, caller, query, row -> DeadLetterView.of(row, false));
    }

    Uni<Entry> get(Caller caller, String id) {
        var sql = "select d.* from platform.dead_letter d where d.dead_letter_id = $1";
        return database.read(caller, sql, id)
                .map(ProblemType.NOT_FOUND::require)
                .map(DeadLetters::entry);
    }

    private static Entry entry(Row row) {
        var letter =
                new Letter(row.getString("subject"), row.getBuffer("message").getBytes(), row.getString("event_id"));
        return new Entry(DeadLetterView.of(row, true), letter);
    }

    /** Takes the letter out in the transaction of its retry, so that two retries have one effect; gives its attempts. */
    Uni<Integer> remove(UnitOfWork unit, String id) {
        return unit.run("delete from platform.dead_letter where dead_letter_id = $1 returning attempts", id)
                .map(ProblemType.NOT_FOUND::require)
                .map(row -> row.getInteger("attempts"));
    }

    /** Notes that a retry failed too. */
    Uni<Void> failedAgain(UnitOfWork unit, String id, String error) {
        var sql = "update platform.dead_letter set error = $2, attempts = attempts + 1 where dead_letter_id = $1";
        return unit.run(sql, id, error).replaceWithVoid();
    }
}
