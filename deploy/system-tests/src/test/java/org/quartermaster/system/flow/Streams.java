package org.quartermaster.system.flow;

import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.PushSubscribeOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.quartermaster.local.LocalServers;
import org.quartermaster.system.Platform;

/** The event streams of all services. */
@SuppressWarnings("try") // jnats declares InterruptedException on close
final class Streams {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration NEXT = Duration.ofSeconds(5);
    private static final String UNPUBLISHED = "select count(*) from platform.outbox where published_at is null";

    private Streams() {}

    /** Publishes every event once more, as a server that lost an acknowledgement would deliver it again. */
    static void deliverAllAgain() throws IOException, InterruptedException, JetStreamApiException {
        try (var nats = Nats.connect(LocalServers.natsUrl())) {
            for (var service : Platform.SERVICES) {
                deliverAgain(nats, service);
            }
        }
    }

    private static void deliverAgain(Connection nats, String service)
            throws IOException, InterruptedException, JetStreamApiException {
        var stream = "QM_" + service.toUpperCase(Locale.ROOT);
        var count = nats.jetStreamManagement()
                .getStreamInfo(stream)
                .getStreamState()
                .getMsgCount();
        var events = nats.jetStream()
                .subscribe(
                        "qm." + service + ".>",
                        PushSubscribeOptions.builder().stream(stream)
                                .ordered(true)
                                .build());
        for (var n = 0; n < count; n++) {
            var event = events.nextMessage(NEXT);
            // NB: without its message id, by which the server would know it; nor are those sent that came so.
            if (event.hasHeaders()) {
                nats.jetStream().publish(event.getSubject(), event.getData());
            }
        }
    }

    /** Waits until all that was written is published, and all that was published is done with. */
    static void awaitAllHeard() {
        await("all events are published and heard")
                .atMost(LONGEST)
                .ignoreExceptions()
                .until(() -> isAllPublished() && isAllHeard());
    }

    private static boolean isAllPublished() throws SQLException {
        var unpublished = 0;
        for (var service : Platform.SERVICES) {
            try (var connection = LocalServers.adminConnection(service);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(UNPUBLISHED)) {
                rows.next();
                unpublished += rows.getInt(1);
            }
        }
        return unpublished == 0;
    }

    private static boolean isAllHeard() throws IOException, InterruptedException, JetStreamApiException {
        try (var nats = Nats.connect(LocalServers.natsUrl())) {
            var management = nats.jetStreamManagement();
            var waiting = 0L;
            for (var stream : List.copyOf(management.getStreamNames())) {
                for (var consumer : management.getConsumers(stream)) {
                    waiting += consumer.getNumPending() + consumer.getNumAckPending();
                }
            }
            return waiting == 0;
        }
    }
}
