package org.quartermaster.platform.event;

import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.db.SystemConnection;

/**
 * Publishes the outbox to JetStream. One relay of all replicas works at a time, the holder of an advisory lock; it
 * lives on a thread and a connection of its own, so the lock ends with it.
 */
@ApplicationScoped
public final class Relay {
    private static final int BATCH = 1_000;
    private static final long UNKNOWN = -1;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PlatformConfig config;
    private final SystemConnection database;
    private final NatsConnection nats;
    private final Wake wake;
    private final OutboxMeters meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Set<UUID> tooLarge = new HashSet<>();
    private Thread thread;
    private Dispatcher listener;
    private long lastSequence = UNKNOWN;
    private int failures;

    @Inject
    Relay(PlatformConfig config, SystemConnection database, NatsConnection nats, Wake wake, OutboxMeters meters) {
        this.config = config;
        this.database = database;
        this.nats = nats;
        this.wake = wake;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::live, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        wake.ring();
        thread.join(10_000);
    }

    private boolean running() {
        return stopping.getCount() > 0;
    }

    private void live() {
        while (running()) {
            try (var connection = database.open()) {
                serve(OutboxTable.of(connection, config.nats().lease()));
            } catch (SQLException away) {
                Log.warnf("relay: database away: %s", away.getMessage());
                pause();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException unexpected) {
                Log.error("relay: stumbled and goes on", unexpected);
                pause();
            } finally {
                wake.active(false);
            }
        }
    }

    private void serve(OutboxTable outbox) throws SQLException, InterruptedException {
        lastSequence = UNKNOWN;
        var active = false;
        while (running()) {
            if (!active && outbox.lock()) {
                active = true;
                wake.active(true);
                Log.info("this relay is the active one");
            }
            meters.look(outbox);
            var more = active ? work(outbox) : standBy();
            if (!more) {
                wake.sleep(config.nats().poll());
            }
        }
    }

    /** Connected, so that commits of this replica can wake the active relay. */
    private boolean standBy() throws InterruptedException {
        try {
            nats.connected();
        } catch (IOException away) {
            Log.debugf("relay: NATS away: %s", away.getMessage());
        }
        return false;
    }

    /** True when there may be more to do at once. */
    private boolean work(OutboxTable outbox) throws SQLException, InterruptedException {
        var stamped = outbox.stamp(BATCH);
        try {
            var sent = publish(outbox);
            failures = 0;
            outbox.forget(config.nats().outboxRetention());
            return stamped == BATCH || sent == BATCH;
        } catch (IOException | JetStreamApiException | IllegalStateException away) {
            Log.debugf("relay: NATS away: %s", away.getMessage());
            lastSequence = UNKNOWN;
            nats.checkStream();
            if (stamped < BATCH) {
                pause();
            }
            return true;
        }
    }

    /**
     * NB: the place in the stream is read before the session is used again. When that use succeeds, the lock was still
     * held after the reading, and whoever takes over later moves the stream on, past what this relay expects.
     */
    private int publish(OutboxTable outbox)
            throws IOException, JetStreamApiException, InterruptedException, SQLException {
        var jetStream = nats.jetStream();
        if (lastSequence == UNKNOWN) {
            listen();
            var tail = StreamTail.read(nats.connected(), nats.stream(), BATCH);
            outbox.foundInStream(tail.messageIds());
            lastSequence = tail.lastSequence();
        }
        var round = new PublishRound(jetStream, outbox, config.nats().window(), lastSequence, tooLarge);
        var sent = round.run(BATCH);
        if (round.failed()) {
            throw new IOException("events were not acknowledged");
        }
        lastSequence = round.lastSequence();
        return sent;
    }

    private void listen() throws IOException, InterruptedException {
        if (listener == null) {
            listener = nats.connected().createDispatcher(message -> wake.ring());
            listener.subscribe(wake.subject());
        }
    }

    /** Longer with every failure in a row; commits do not cut it short. */
    private void pause() {
        var millis = config.nats().poll().toMillis() << Math.min(failures++, 10);
        try {
            var ignored = stopping.await(Math.min(millis, LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            stopping.countDown();
        }
    }
}
