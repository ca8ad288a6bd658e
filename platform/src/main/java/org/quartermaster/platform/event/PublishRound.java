package org.quartermaster.platform.event;

import io.nats.client.JetStream;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.quarkus.logging.Log;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
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
 * Publishes one batch: many events on their way at a time, of one entity at most one. A failed acknowledgement ends
 * the round; what was acknowledged is marked, the rest comes again.
 */
final class PublishRound {
    private static final int ACK_SECONDS = 5;

    private record Sent(OutboxTable.Row row, CompletableFuture<PublishAck> ack) {}

    private final JetStream jetStream;
    private final OutboxTable outbox;
    private final int window;
    private final ArrayDeque<Sent> underway = new ArrayDeque<>();
    private final Set<String> busy = new HashSet<>();
    private final List<UUID> acknowledged = new ArrayList<>();
    private boolean failed;

    PublishRound(JetStream jetStream, OutboxTable outbox, int window) {
        this.jetStream = jetStream;
        this.outbox = outbox;
        this.window = window;
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
        return failed ? 0 : acknowledged.size();
    }

    private void send(OutboxTable.Row row) {
        var headers = new Headers()
                .add("Nats-Msg-Id", row.id().toString())
                .add("Content-Type", "application/cloudevents+json");
        var body = row.envelope().getBytes(StandardCharsets.UTF_8);
        underway.add(new Sent(row, jetStream.publishAsync(row.subject(), headers, body)));
        busy.add(row.entityKey());
    }

    private void awaitOldest() throws InterruptedException {
        var oldest = underway.remove();
        busy.remove(oldest.row.entityKey());
        try {
            oldest.ack.get(ACK_SECONDS, TimeUnit.SECONDS);
            acknowledged.add(oldest.row.id());
        } catch (ExecutionException | TimeoutException refused) {
            failed = true;
            Log.warnf("event %s not acknowledged, it comes again: %s", oldest.row.id(), refused.toString());
        }
    }
}
