package org.quartermaster.platform.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.SystemConnection;

/**
 * Looks at the database every half second for all open streams together, on a thread and a connection of its own;
 * rests while there is no stream.
 *
 * @param <K> what a stream follows, such as a tenant
 * @param <T> what is seen at one look
 */
public final class Pulse<K, T> {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofHours(1);

    /** One look. */
    @FunctionalInterface
    public interface Look<K, T> {
        /** @param followed what at least one stream follows, now */
        T at(Connection connection, Set<K> followed) throws SQLException;
    }

    private final SystemConnection database;
    private final Look<K, T> look;
    private final BroadcastProcessor<T> seen = BroadcastProcessor.create();
    private final Map<K, Integer> followed = new ConcurrentHashMap<>();
    private Loop loop;

    /** It looks at nothing before it is started. */
    public Pulse(SystemConnection database, Look<K, T> look) {
        this.database = database;
        this.look = look;
    }

    /** Begins to look; the name is that of the thread. */
    public void start(String name) {
        loop = Loop.start(name, EVERY, this::beat);
    }

    /** Ends all streams in good order. */
    public void stop() {
        loop.stop();
        seen.onComplete();
    }

    /** What is seen from now on, as long as somebody takes it; a slow taker misses looks, and holds nobody up. */
    public Multi<T> follow(K key) {
        return seen.onSubscription()
                .invoke(() -> {
                    followed.merge(key, 1, Integer::sum);
                    loop.ring();
                })
                .onTermination()
                .invoke(() -> followed.computeIfPresent(key, (same, n) -> n == 1 ? null : n - 1))
                .onOverflow()
                .dropPreviousItems();
    }

    private void beat(Loop turns) throws SQLException, InterruptedException {
        if (followed.isEmpty()) {
            turns.sleep(REST);
            return;
        }
        try (var connection = database.open()) {
            while (!followed.isEmpty() && turns.isRunning()) {
                seen.onNext(look.at(connection, Set.copyOf(followed.keySet())));
                turns.sleep(EVERY);
            }
        }
    }
}
