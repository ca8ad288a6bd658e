package org.quartermaster.platform.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** The committed events of a tenant, and those that are public, in the order of their dense positions. */
@ApplicationScoped
final class ChangeFeed {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int BATCH = 500;

    private final TenantDatabase database;
    private volatile boolean stopping;

    @Inject
    ChangeFeed(TenantDatabase database) {
        this.database = database;
    }

    /** Streams end by themselves, or each listener would hold the shutdown up to its limit. */
    void end(@Observes ShutdownDelayInitiatedEvent shutdown) {
        stopping = true;
    }

    /** One event at its place in the feed. */
    record Entry(long position, String envelope) {}

    /** The place after the newest event. */
    Uni<Long> end(Caller caller) {
        var sql = "select coalesce(max(position), 0) from platform.outbox where tenant_id in ($1, 'public')";
        return database.read(caller, sql, caller.tenant())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** All events after the given place, now and as they come; an empty batch is a sign of life. */
    Multi<List<Entry>> after(Caller caller, long position) {
        var place = new AtomicLong(position);
        return Multi.createFrom()
                .ticks()
                .every(LOOK_EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> next(caller, place))
                .select()
                .first(entries -> !stopping);
    }

    private Uni<List<Entry>> next(Caller caller, AtomicLong place) {
        var sql = """
                select position, envelope from platform.outbox
                where tenant_id in ($1, 'public') and position > $2 order by position limit $3
                """;
        return database.read(caller, sql, caller.tenant(), place.get(), BATCH)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Entry(row.getLong("position"), row.getString("envelope")))
                        .toList())
                .invoke(entries -> entries.forEach(entry -> place.set(entry.position())));
    }
}
