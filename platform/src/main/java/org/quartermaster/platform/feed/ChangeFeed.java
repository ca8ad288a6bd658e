package org.quartermaster.platform.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/**
 * The committed events of a tenant, and those that are public, in the order of their dense positions. One look at the
 * outbox serves all streams; a stream reads by itself only until it has caught up.
 */
@ApplicationScoped
final class ChangeFeed {
    private static final int BATCH = 500;

    private final TenantDatabase database;
    private final Pulse<String, NewEvents> pulse;
    private NewEvents latest = NewEvents.none();

    @Inject
    ChangeFeed(TenantDatabase database, SystemConnection system) {
        this.database = database;
        this.pulse = new Pulse<>(system, this::look);
    }

    void start(@Observes StartupEvent start) {
        pulse.start("change-feed");
    }

    /** Streams end by themselves, or each listener would hold the shutdown up to its limit. */
    void end(@Observes ShutdownDelayInitiatedEvent shutdown) {
        pulse.stop();
    }

    private NewEvents look(Connection connection, Set<String> tenants) throws SQLException {
        latest = latest.next(connection, tenants);
        return latest;
    }

    /** The place after the newest event. */
    Uni<Long> end(Caller caller) {
        var sql = "select coalesce(max(position), 0) from platform.outbox where tenant_id in ($1, 'public')";
        return database.read(caller, sql, caller.tenant())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** All events after the given place, now and as they come; an empty batch is a sign of life. */
    Multi<List<NewEvents.Entry>> after(Caller caller, long position) {
        var place = new AtomicLong(position);
        return pulse.follow(caller.tenant())
                .onItem()
                .transformToUniAndConcatenate(seen -> seen.continues(caller.tenant(), place.get())
                        ? Uni.createFrom().item(() -> take(caller, place, seen))
                        : catchUp(caller, place, seen));
    }

    private static List<NewEvents.Entry> take(Caller caller, AtomicLong place, NewEvents seen) {
        var entries = seen.of(caller.tenant(), place.get());
        place.accumulateAndGet(seen.end(), Math::max);
        return entries;
    }

    private Uni<List<NewEvents.Entry>> catchUp(Caller caller, AtomicLong place, NewEvents seen) {
        var sql = """
                select position, tenant_id, envelope from platform.outbox
                where tenant_id in ($1, 'public') and position > $2 order by position limit $3
                """;
        return database.read(caller, sql, caller.tenant(), place.get(), BATCH)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new NewEvents.Entry(
                                row.getLong("position"), row.getString("tenant_id"), row.getString("envelope")))
                        .toList())
                .invoke(entries -> {
                    entries.forEach(entry -> place.set(entry.position()));
                    if (entries.size() < BATCH) {
                        place.accumulateAndGet(seen.end(), Math::max);
                    }
                });
    }
}
