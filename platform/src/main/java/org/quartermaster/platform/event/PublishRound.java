package org.quartermaster.platform.event;

import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.quarkus.logging.Log;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes one batch: many events on their way at a time, of one entity at most one. Each names the sequence that it
 * expects before it, so the server refuses what a relay sends that was paused while another one took over, and
 * everything after an event that was lost. A failed acknowledgement ends the round; what was acknowledged is marked.
 */
final class PublishRound {
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
    private static final long GRACE = Duration.ofSeconds(1).toNanos();
    private static final int WRONG_LAST_SEQUENCE = 10071;

    private record Sent(OutboxTable.Row row, CompletableFuture<PublishAck> ack) {}

    private final JetStream jetStream;
    private final OutboxTable outbox;
    private final int window;
    private final ArrayDeque<Sent> underway = new ArrayDeque<>();
    private final Set<String> busy = new HashSet<>();
    private final Set<String> stuck = new HashSet<>();
    private final List<UUID> acknowledged = new ArrayList<>();
    private final Set<UUID> tooLarge;
    private long lastSequence;
    private boolean failed;
    private long deadline;

    /** @param tooLarge events that are known to be too large; told of once */
    PublishRound(JetStream jetStream, OutboxTable outbox, int window, long lastSequence, Set<UUID> tooLarge) {
        this.tooLarge = tooLarge;
        this.jetStream = jetStream;
        this.outbox = outbox;
        this.window = window;
        this.lastSequence = lastSequence;
    }

    /** The number of events published. */
    int run(int limit) throws SQLException, InterruptedException {
        try {
            for (var row : outbox.unpublished(limit)) {
                while (!failed && (busy.contains(row.entityKey()) || underway.size() >= window)) {
                    awaitOldest();
                }
                if (failed) {
                    break;
                }
                send(row);
            }
            while (!underway.isEmpty()) {
                awaitOldest();
            }
        } finally {
            outbox.published(acknowledged);
        }
        return acknowledged.size();
    }

    boolean failed() {
        return failed;
    }

    /** The sequence of the last event in the stream after a round that did not fail. */
    long lastSequence() {
        return lastSequence;
    }

    private void send(OutboxTable.Row row) {
        if (stuck.contains(row.entityKey())) {
            return;
        }
        var headers = new Headers()
                .add("Nats-Msg-Id", row.messageId())
                .add("Nats-Expected-Last-Sequence", Long.toString(lastSequence))
                .add("Content-Type", "application/cloudevents+json");
        var body = row.envelope().getBytes(StandardCharsets.UTF_8);
        try {
            underway.add(new Sent(row, jetStream.publishAsync(row.subject(), headers, body)));
            busy.add(row.entityKey());
            lastSequence++;
        } catch (IllegalArgumentException refused) {
            // NB: the others go on; this entity waits until the server takes messages of that size.
            stuck.add(row.entityKey());
            if (tooLarge.add(row.id())) {
                Log.errorf("event %s cannot be published: %s", row.id(), refused.getMessage());
            }
        }
    }

    private void awaitOldest() throws InterruptedException {
        var oldest = underway.remove();
        busy.remove(oldest.row.entityKey());
        try {
            var patience = failed ? Math.max(0, deadline - System.nanoTime()) : PATIENCE;
            oldest.ack.get(patience, TimeUnit.NANOSECONDS);
            acknowledged.add(oldest.row.id());
        } catch (ExecutionException | TimeoutException refused) {
            if (!failed) {
                tell(oldest.row, refused);
                failed = true;
                deadline = System.nanoTime() + GRACE;
            }
        }
    }

    private static void tell(OutboxTable.Row row, Exception refused) {
        if (refused.getCause() instanceof JetStreamApiException answer
                && answer.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
            Log.debugf("event %s comes again: the stream has moved", row.id());
        } else {
            Log.warnf("event %s not acknowledged, it comes again: %s", row.id(), refused.toString());
        }
    }
}
