package org.quartermaster.procurement.login;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.config.SystemConfig;

/**
 * Counts failures in the database, by e-mail address (also one that nobody owns) and by where they come from. Too many
 * in a while lock it for a while, also for the right password.
 */
@ApplicationScoped
public class Lockout {
    static final ProblemType TOO_MANY = new ProblemType(429, "too_many_attempts");

    private static final String LOCKED = """
            select max(locked_until) from procurement.login_attempts
            where (kind, subject_hash) in (('email', $1), ('address', $2)) and locked_until > $3
            """;

    /** NB: an ended lock begins a new count; what fails while the lock holds does not make it longer. */
    private static final String FAIL = """
            insert into procurement.login_attempts as a
              (kind, subject_hash, failures, window_started_at, locked_until)
            values ($1, $2, 1, $3, case when $4 <= 1 then $5::timestamptz end)
            on conflict (kind, subject_hash) do update set
              failures = case when a.window_started_at <= $6 or a.locked_until <= $3 then 1 else a.failures + 1 end,
              window_started_at = case when a.window_started_at <= $6 or a.locked_until <= $3 then $3
                else a.window_started_at end,
              locked_until = case
                when a.locked_until > $3 then a.locked_until
                when a.window_started_at <= $6 or a.locked_until <= $3 then excluded.locked_until
                when a.failures + 1 >= $4 then $5::timestamptz end
            returning failures > $4, locked_until
            """;

    private static final String LIFT =
            "delete from procurement.login_attempts where kind = 'email' and subject_hash = $1";

    private final SystemConfig settings;

    @Inject
    Lockout(SystemConfig settings) {
        this.settings = settings;
    }

    /** Asks until when a login is locked; the answer is for {@link #check}. */
    Query ask(String email, String origin, Instant now) {
        return Query.of(LOCKED, hash(email), hash(origin), Columns.time(now));
    }

    /** 429 while it is locked. */
    void check(RowSet<Row> asked, Instant now) {
        var until = asked.iterator().next().getOffsetDateTime(0);
        if (until != null) {
            throw tooMany(until.toInstant(), now);
        }
    }

    /**
     * Counts a failure of both, in a unit of the system role; 429 where others have used all attempts up meanwhile, so
     * that parallel guesses learn no more than guesses in turn.
     */
    Uni<Problem> fail(UnitOfWork unit, String email, String origin) {
        return unit.runAll(List.of(
                        failure(unit, "email", email, settings.integer("auth.lock_failures")),
                        failure(unit, "address", origin, settings.integer("auth.address_failures"))))
                .map(results -> results.stream()
                        .map(rows -> rows.iterator().next())
                        .filter(row -> row.getBoolean(0))
                        .map(row -> tooMany(row.getOffsetDateTime(1).toInstant(), unit.now()))
                        .findFirst()
                        .orElse(null));
    }

    private Query failure(UnitOfWork unit, String kind, String subject, int limit) {
        var window = Duration.ofMinutes(settings.integer("auth.lock_minutes"));
        return Query.of(
                FAIL,
                kind,
                hash(subject),
                Columns.time(unit.now()),
                limit,
                Columns.time(unit.now().plus(window)),
                Columns.time(unit.now().minus(window)));
    }

    /** Lets an address in again, in a unit of the system role. */
    public Uni<Void> lift(UnitOfWork unit, String email) {
        return unit.run(LIFT, hash(email)).replaceWithVoid();
    }

    private static Problem tooMany(Instant until, Instant now) {
        var seconds = Math.max(1, Duration.between(now, until).toSeconds());
        return Problem.of(TOO_MANY, seconds).with(Map.of("Retry-After", String.valueOf(seconds)));
    }

    private static Buffer hash(String subject) {
        return Buffer.buffer(Sha256.of(subject));
    }
}
