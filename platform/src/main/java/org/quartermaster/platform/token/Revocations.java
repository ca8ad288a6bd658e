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
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.quartermaster.platform.token.TokenVerifier.Token;

/**
 * Users whose tokens are refused although they have not expired. The table is the truth; every replica keeps it in
 * memory and reads it again every two seconds, so that a request asks nobody. While the database is away the last
 * reading holds.
 */
@ApplicationScoped
public final class Revocations {
    private static final Duration START = Duration.ofSeconds(10);
    private static final String READ = "select subject, since from platform.revocations";

    private final Pool pool;
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

    /** True for a token that was issued before its user was refused, or does not say when it was issued. */
    boolean refuse(Token token) {
        var since = refused.get(token.subject());
        return since != null && (token.issuedAt() == null || token.issuedAt() <= since.getEpochSecond());
    }

    void load(@Observes StartupEvent start) {
        refresh().await().atMost(START);
    }

    @Scheduled(
            every = "${qm.issuer.refusals:PT2S}",
            delayed = "${qm.issuer.refusals:PT2S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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

    private void use(RowSet<Row> rows) {
        var read = new HashMap<String, Instant>();
        for (var row : rows) {
            read.put(row.getString(0), row.getOffsetDateTime(1).toInstant());
        }
        refused = read;
    }
}
