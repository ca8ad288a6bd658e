package org.quartermaster.platform.feed;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.db.SystemConnection;

/**
 * Looks at the database every half second for all open streams together, on a thread and a connection of its own;
 * rests while there is no stream.
 *
 * @param <K> what a stream follows, such as a tenant
 * @param <T> what is seen at one look
 */
public final class Pulse<K, T> {
    private static final long EVERY_MILLIS = 500;

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
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);

    public Pulse(SystemConnection database, Look<K, T> look) {
        this.database = database;
        this.look = look;
    }

    public void start(String name) {
        var thread = new Thread(this::live, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends all streams in good order. */
    public void stop() {
        stopping.countDown();
        bell.release();
        seen.onComplete();
    }

    /** What is seen from now on, as long as somebody takes it; a slow taker misses looks, and holds nobody up. */
    public Multi<T> follow(K key) {
        return seen.onSubscription()
                .invoke(() -> {
                    followed.merge(key, 1, Integer::sum);
                    bell.release();
                })
                .onTermination()
                .invoke(() -> followed.computeIfPresent(key, (same, n) -> n == 1 ? null : n - 1))
                .onOverflow()
                .dropPreviousItems();
    }

    private void live() {
        try {
            while (stopping.getCount() > 0) {
                bell.acquire();
                bell.drainPermits();
                beat();
            }
        } catch (InterruptedException ended) {
            seen.onComplete();
        }
    }

    private void beat() throws InterruptedException {
        while (!followed.isEmpty() && stopping.getCount() > 0) {
            try (var connection = database.open()) {
                while (!followed.isEmpty() && stopping.getCount() > 0) {
                    seen.onNext(look.at(connection, Set.copyOf(followed.keySet())));
                    pause();
                }
            } catch (SQLException away) {
                Log.debugf("streams: database away: %s", away.getMessage());
                pause();
            }
        }
    }

    private void pause() throws InterruptedException {
        var ignored = stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
}
