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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.Loop;
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
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final PlatformConfig config;
    private final SystemConnection database;
    private final NatsConnection nats;
    private final Wake wake;
    private final OutboxMeters meters;
    private final Set<UUID> tooLarge = new HashSet<>();
    private Loop loop;
    private Dispatcher listener;
    private long lastSequence = UNKNOWN;

    @Inject
    Relay(PlatformConfig config, SystemConnection database, NatsConnection nats, Wake wake, OutboxMeters meters) {
        this.config = config;
        this.database = database;
        this.nats = nats;
        this.wake = wake;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("outbox-relay", config.nats().poll(), this::live);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        Loop.join(List.of(loop), DRAIN);
    }

    private void live(Loop turns) throws SQLException, InterruptedException {
        try (var connection = database.open()) {
            serve(OutboxTable.of(connection, config.nats().lease()), turns);
        } finally {
            wake.active(null);
        }
    }

    private void serve(OutboxTable outbox, Loop turns) throws SQLException, InterruptedException {
        lastSequence = UNKNOWN;
        var active = false;
        while (turns.isRunning()) {
            if (!active && outbox.lock()) {
                active = true;
                wake.active(turns);
                Log.info("this relay is the active one");
            }
            meters.look(outbox);
            var more = active ? work(outbox, turns) : standBy();
            if (!more) {
                turns.sleep(config.nats().poll());
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
    private boolean work(OutboxTable outbox, Loop turns) throws SQLException, InterruptedException {
        var more = outbox.stamp(BATCH);
        try {
            var sent = publish(outbox, turns);
            turns.well();
            outbox.forget(config.nats().outboxRetention());
            return more || sent >= OutboxTable.SLOW_BATCH;
        } catch (IOException | JetStreamApiException | IllegalStateException away) {
            Log.debugf("relay: NATS away: %s", away.getMessage());
            lastSequence = UNKNOWN;
            nats.checkStream();
            if (!more) {
                turns.pause();
            }
            return true;
        }
    }

    /**
     * NB: the place in the stream is read before the session is used again. When that use succeeds, the lock was still
     * held after the reading, and whoever takes over later moves the stream on, past what this relay expects.
     */
    private int publish(OutboxTable outbox, Loop turns)
            throws IOException, JetStreamApiException, InterruptedException, SQLException {
        var jetStream = nats.jetStream();
        if (lastSequence == UNKNOWN) {
            listen(turns);
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

    private void listen(Loop turns) throws IOException, InterruptedException {
        if (listener == null) {
            listener = nats.connected().createDispatcher(message -> turns.ring());
            listener.subscribe(wake.subject());
        }
    }
}
