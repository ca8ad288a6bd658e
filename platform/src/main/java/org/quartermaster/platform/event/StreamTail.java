package org.quartermaster.platform.event;

import io.nats.client.Connection;
import io.nats.client.FetchConsumeOptions;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a stream: the sequence of its last message, and the message ids of the newest ones.
 * A relay that died or lost its connection may have published these without marking them.
 */
record StreamTail(long lastSequence, List<String> messageIds) {
    private static final long PATIENCE_MILLIS = 5_000;

    static StreamTail read(Connection connection, String stream, int messages)
            throws IOException, JetStreamApiException, InterruptedException {
        var context = connection.getStreamContext(stream);
        var state = context.getStreamInfo().getStreamState();
        var last = state.getLastSequence();
        var start = Math.max(state.getFirstSequence(), last - messages + 1);
        if (state.getMsgCount() == 0 || start > last) {
            return new StreamTail(last, List.of());
        }
        var consumer = context.createOrderedConsumer(new OrderedConsumerConfiguration()
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(start)
                .headersOnly(true));
        var options = FetchConsumeOptions.builder()
                .maxMessages((int) Math.min(messages, last - start + 1))
                .expiresIn(PATIENCE_MILLIS)
                .build();
        try (var fetched = consumer.fetch(options)) {
            var ids = new ArrayList<String>();
            for (var message = fetched.nextMessage(); message != null; message = fetched.nextMessage()) {
                var id = message.hasHeaders() ? message.getHeaders().getFirst("Nats-Msg-Id") : null;
                if (id != null) {
                    ids.add(id);
                }
                if (message.metaData().streamSequence() >= last) {
                    break;
                }
            }
            return new StreamTail(last, ids);
        } catch (IOException | JetStreamApiException | InterruptedException | RuntimeException failed) {
            throw failed;
        } catch (Exception refused) {
            throw new IOException("the stream's end cannot be read: " + refused.getMessage(), refused);
        }
    }
}
