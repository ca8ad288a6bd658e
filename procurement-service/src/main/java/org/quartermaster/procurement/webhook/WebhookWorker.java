package org.quartermaster.procurement.webhook;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.OneReplica;

/**
 * Gives each event to the endpoints that want it, in the order of the outbox, and sends what is due. One replica does,
 * as long as it lives; the next one goes on from the mark.
 */
@ApplicationScoped
class WebhookWorker {
    private static final String NAME = "procurement.webhooks";
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int AT_A_TIME = 32;

    private final OneReplica one;
    private final FanOut fanOut;
    private final Attempt attempts;
    private final AttemptLog log;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private ExecutorService senders;
    private Loop loop;

    @Inject
    WebhookWorker(OneReplica one, FanOut fanOut, Attempt attempts, AttemptLog log) {
        this.one = one;
        this.fanOut = fanOut;
        this.attempts = attempts;
        this.log = log;
    }

    void start(@Observes StartupEvent event) {
        senders = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "webhook-sender");
            thread.setDaemon(true);
            return thread;
        });
        loop = Loop.start("webhooks", LOOK, this::takeTurn);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent shutdown) {
        loop.stop();
        senders.shutdown();
    }

    private void takeTurn(Loop turns) throws SQLException, InterruptedException {
        one.run(NAME, connection -> workAlone(turns, connection));
        turns.sleep(LOOK);
    }

    private void workAlone(Loop turns, Connection connection) throws SQLException {
        try {
            while (turns.isRunning()) {
                fanOut.run(connection);
                send(connection, Instant.now());
                turns.well();
                turns.sleep(LOOK);
            }
        } catch (InterruptedException ending) {
            turns.stop();
        }
    }

    /** Begins to send what is due at an instant. */
    void send(Connection connection, Instant now) throws SQLException {
        var room = free.availablePermits();
        if (room == 0) {
            return;
        }
        for (var out : Outgoing.claim(connection, room, now)) {
            free.acquireUninterruptibly();
            senders.execute(() -> send(out, now));
        }
    }

    private void send(Outgoing out, Instant now) {
        try {
            var reply = attempts.make(out, now);
            log.keep(out, reply, now.plusMillis(reply.millis()));
        } catch (RuntimeException failed) {
            Log.errorf(failed, "event %s for webhook %s waits", out.eventId(), out.webhookId());
        } finally {
            free.release();
        }
    }
}
