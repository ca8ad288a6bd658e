package org.quartermaster.procurement.usage;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;

/**
 * Counts what organizations use ({@code subscription_usage}), by the day in UTC. Numbers are gathered in memory and
 * added each second, so that what is counted costs no write; nothing is refused by them, and a process that is killed
 * forgets those of its last second.
 */
@ApplicationScoped
public class UsageCounts {
    private static final String ADD = """
            insert into procurement.subscription_usage as u
              (tenant_id, subscription_id, resource_type, quantity, period_start, period_end)
            select s.tenant_id, s.subscription_id, ?, ?, w.day, w.day + interval '1 day'
            from procurement.subscriptions s, (select ?::timestamptz as day) w
            where s.tenant_id = ? and s.status in ('trialing', 'active', 'past_due')
            on conflict (tenant_id, subscription_id, resource_type, period_start) do update
              set quantity = u.quantity + excluded.quantity
            """;

    private final SystemConnection database;
    private Map<Counted, Integer> waiting = empty();

    @Inject
    UsageCounts(SystemConnection database) {
        this.database = database;
    }

    private record Counted(String tenant, Resource resource, Instant day) {}

    /** Counts one, once the unit is committed. */
    public void add(UnitOfWork unit, Resource resource) {
        var tenant = unit.caller().tenant();
        unit.afterCommit(() -> add(tenant, resource));
    }

    /** Counts one at once; never waits. */
    public void add(String tenant, Resource resource) {
        add(new Counted(tenant, resource, Instant.now().truncatedTo(ChronoUnit.DAYS)), 1);
    }

    /** NB: in one order on all replicas, which else could wait for each other's rows. */
    private static Map<Counted, Integer> empty() {
        return new TreeMap<>(Comparator.comparing(Counted::tenant)
                .thenComparing(Counted::resource)
                .thenComparing(Counted::day));
    }

    private synchronized void add(Counted counted, int number) {
        waiting.merge(counted, number, Integer::sum);
    }

    private synchronized Map<Counted, Integer> take() {
        var taken = waiting;
        waiting = empty();
        return taken;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        var taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            write(taken);
        } catch (SQLException away) {
            taken.forEach(this::add);
            Log.debugf("%d counts wait for the database: %s", taken.size(), away.getMessage());
        }
    }

    void atEnd(@Observes ShutdownEvent end) {
        write();
    }

    private void write(Map<Counted, Integer> taken) throws SQLException {
        try (var connection = database.open();
                var add = connection.prepareStatement(ADD)) {
            connection.setAutoCommit(false);
            for (var each : taken.entrySet()) {
                add.setString(1, Words.of(each.getKey().resource()));
                add.setInt(2, each.getValue());
                add.setObject(3, each.getKey().day().atOffset(ZoneOffset.UTC));
                add.setString(4, each.getKey().tenant());
                add.addBatch();
            }
            add.executeBatch();
            connection.commit();
        }
    }
}
