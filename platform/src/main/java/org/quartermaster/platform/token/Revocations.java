package org.quartermaster.platform.token;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.quartermaster.platform.token.TokenVerifier.Token;

/**
 * Users and sessions whose tokens are refused although they have not expired. The table is the truth; every replica keeps it in
 * memory and reads it again every two seconds, so that a request asks nobody. While the database is away the last
 * reading holds.
 */
@ApplicationScoped
public final class Revocations {
    private static final Duration START = Duration.ofSeconds(10);
    private static final String READ = "select subject, since from platform.revocations";
    /** NB: a session stands in the table beside the users, under a subject that no user has. */
    private static final String SESSION = "sid:";

    /** Longer than any token of a session lives, and than it takes to read what this replica has written. */
    private static final Duration SESSION_KEPT = Duration.ofHours(2);

    private static final String FORGET =
            "delete from platform.revocations where subject like 'sid:%' and since < now() - interval '2 hours'";
    private static final String END = """
            insert into platform.revocations (subject, since) select 'sid:' || ended, cast(?2 as timestamptz) from unnest(string_to_array(cast(?1 as text), ',')) ended
            on conflict (subject) do nothing
            """;

    private final Pool pool;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private volatile Map<String, Instant> refused = Map.of();

    @Inject
    Revocations(Pool pool) {
        this.pool = pool;
    }

    /**
     * Refuses the tokens of a user that were issued until then, from the commit of the session's transaction on.
     *
     * @param since an earlier one never replaces a later one, so that events may come twice or out of order
     */
    public Uni<Void> refuse(Mutiny.Session session, String subject, Instant since) {
        return session.createNativeQuery("""
                        insert into platform.revocations (subject, since) values (?1, ?2)
                        on conflict (subject) do update set since = greatest(revocations.since, excluded.since)
                        """)
                .setParameter(1, subject)
                .setParameter(2, since.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Lets the tokens of a user in again, from the commit of the session's transaction on.
     *
     * @param at when he was allowed; a later refusal stays, so that events may come twice or out of order
     */
    public Uni<Void> allow(Mutiny.Session session, String subject, Instant at) {
        return session.createNativeQuery("delete from platform.revocations where subject = ?1 and since <= ?2")
                .setParameter(1, subject)
                .setParameter(2, at.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Refuses all tokens of sessions, from the commit of the transaction on: here when it is {@link #noted}, on other
     * replicas within two seconds. No later token may name them.
     */
    public Uni<Void> end(Mutiny.Session session, List<String> sessions, Instant since) {
        return session.createNativeQuery(END)
                .setParameter(1, String.join(",", sessions))
                .setParameter(2, since.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Refuses the tokens of sessions on this replica at once; to be called after the commit of {@link #end}. */
    public void noted(List<String> sessions, Instant since) {
        sessions.forEach(session -> ended.put(SESSION + session, since));
    }

    /** True for a token of a session that was ended, and for one that was issued before its user was refused, or does not say when it was issued. */
    boolean refuse(Token token) {
        if (token.session() != null && isEnded(SESSION + token.session())) {
            return true;
        }
        var since = refused.get(token.subject());
        return since != null && (token.issuedAt() == null || token.issuedAt() <= since.getEpochSecond());
    }

    private boolean isEnded(String session) {
        return ended.containsKey(session) || refused.containsKey(session);
    }

    void load(@Observes StartupEvent start) {
        refresh().await().atMost(START);
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return pool.query(READ)
                .execute()
                .invoke(this::use)
                .onFailure()
                .invoke(away -> Log.debugf("revocations not read, the last reading holds: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        ended.values().removeIf(since -> since.isBefore(Instant.now().minus(SESSION_KEPT)));
        return pool.query(FORGET).execute().replaceWithVoid();
    }

    private void use(RowSet<Row> rows) {
        var read = new HashMap<String, Instant>();
        for (var row : rows) {
            read.put(row.getString(0), row.getOffsetDateTime(1).toInstant());
        }
        refused = read;
    }
}
