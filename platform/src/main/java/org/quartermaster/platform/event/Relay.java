package org.quartermaster.platform.event;

import io.nats.client.JetStreamApiException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.db.SystemConnection;

/**
 * Publishes the outbox to JetStream. One relay of all replicas works at a time, the holder of an advisory lock; it
 * lives on a thread and a connection of its own, so the lock ends with it.
 */
@ApplicationScoped
public final class Relay {
    private static final int BATCH = 1_000;

    private final PlatformConfig config;
    private final SystemConnection database;
    private final NatsConnection nats;
    private final Wake wake;
    private volatile boolean running = true;
    private Thread thread;

    @Inject
    Relay(PlatformConfig config, SystemConnection database, NatsConnection nats, Wake wake) {
        this.config = config;
        this.database = database;
        this.nats = nats;
        this.wake = wake;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::live, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake.up();
        thread.join(10_000);
    }

    private void live() {
        while (running) {
            try (var connection = database.open()) {
                serve(connection);
            } catch (SQLException away) {
                Log.warnf("relay: database away: %s", away.getMessage());
                pause();
            }
        }
    }

    private void serve(Connection connection) throws SQLException {
        var outbox = new OutboxTable(connection);
        while (running) {
            var worked = outbox.lock() && work(outbox);
            if (!worked) {
                pause();
            }
        }
    }

    /** True when there may be more to do at once. */
    private boolean work(OutboxTable outbox) throws SQLException {
        var stamped = outbox.stamp(BATCH);
        try {
            var sent = new PublishRound(nats.jetStream(), outbox, config.nats().window()).run(BATCH);
            outbox.forget(config.nats().outboxRetention());
            return stamped == BATCH || sent == BATCH;
        } catch (IOException | JetStreamApiException | IllegalStateException away) {
            Log.debugf("relay: NATS away: %s", away.getMessage());
            return stamped == BATCH;
        } catch (InterruptedException stopping) {
            running = false;
            return false;
        }
    }

    private void pause() {
        try {
            wake.sleep(config.nats().poll());
        } catch (InterruptedException stopping) {
            running = false;
        }
    }
}
