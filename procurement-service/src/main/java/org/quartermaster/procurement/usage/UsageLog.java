package org.quartermaster.procurement.usage;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.security.Caller;

/**
 * Notes what users do, so that the operator knows what is used. Only numbers stand beside an act, never words or
 * addresses. Acts are gathered in memory and written together each second, so that a search costs no write; when they
 * come faster than they can be written, or the process is killed, some are not noted.
 */
@ApplicationScoped
public class UsageLog {
    private static final int MOST = 10_000;
    private static final String INSERT = """
            insert into procurement.usage_tracking
              (tenant_id, tracking_id, user_id, action_type, tracking_metadata, timestamp)
            values (?, ?, (select user_id from procurement.users where user_id = ?), ?, ?::jsonb, ?)
            """;

    private final BlockingQueue<Act> waiting = new ArrayBlockingQueue<>(MOST);
    private final SystemConnection database;

    @Inject
    UsageLog(SystemConnection database) {
        this.database = database;
    }

    private record Act(
            String tenant, UUID user, UsageAction action, Map<String, ? extends Number> numbers, Instant at) {}

    /**
     * Notes an act; never waits.
     *
     * @param numbers such as how many hits it had and the milliseconds that it took
     */
    public void note(Caller caller, UsageAction action, Map<String, ? extends Number> numbers) {
        note(caller.tenant(), Ids.parse(caller.subject()).orElse(null), action, numbers);
    }

    /** As above, of a user whose request is not judged yet. */
    public void note(String tenant, UUID user, UsageAction action, Map<String, ? extends Number> numbers) {
        if (!waiting.offer(new Act(tenant, user, action, Map.copyOf(numbers), Instant.now()))) {
            Log.debugf("an act of %s is not noted, %d wait", tenant, MOST);
        }
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        var acts = new ArrayList<Act>();
        waiting.drainTo(acts);
        if (acts.isEmpty()) {
            return;
        }
        try {
            write(acts);
        } catch (SQLException away) {
            acts.forEach(waiting::offer);
            Log.debugf("%d acts wait for the database: %s", acts.size(), away.getMessage());
        }
    }

    void atEnd(@Observes ShutdownEvent end) {
        write();
    }

    private void write(List<Act> acts) throws SQLException {
        try (var connection = database.open();
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (var act : acts) {
                insert.setString(1, act.tenant());
                insert.setObject(2, Ids.uuid());
                insert.setObject(3, act.user());
                insert.setString(4, Words.of(act.action()));
                insert.setString(5, new JsonObject(new HashMap<>(act.numbers())).encode());
                insert.setObject(6, act.at().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
