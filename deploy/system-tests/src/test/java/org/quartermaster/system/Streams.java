package org.quartermaster.system;

import static org.awaitility.Awaitility.await;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.StreamInfoOptions;
import io.nats.client.api.Subject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.quartermaster.local.LocalServers;

/**
 * The event streams of services.
 *
 * @param url of the NATS server or cluster
 */
@SuppressWarnings("try") // jnats declares InterruptedException on close
public record Streams(String url, Collection<String> services) {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration NEXT = Duration.ofSeconds(5);
    private static final String UNPUBLISHED = "select count(*) from platform.outbox where published_at is null";

    /** Those of all services on the shared server. */
    public static Streams ofAll() {
        return new Streams(LocalServers.natsUrl(), Platform.SERVICES);
    }

    public static String name(String service) {
        return "QM_" + service.toUpperCase(Locale.ROOT);
    }

    /** NB: that a server is away is what the tests are about, and no line in their output. */
    public Connection connect() throws IOException, InterruptedException {
        return Nats.connect(new Options.Builder()
                .server(url)
                .errorListener(new ErrorListener() {})
                .build());
    }

    /** What a service has published, in its order. */
    public List<Message> published(String service) throws IOException, InterruptedException, JetStreamApiException {
        try (var nats = connect()) {
            return published(nats, service);
        }
    }

    private static List<Message> published(Connection nats, String service)
            throws IOException, InterruptedException, JetStreamApiException {
        var stream = name(service);
        var count = nats.jetStreamManagement()
                .getStreamInfo(stream)
                .getStreamState()
                .getMsgCount();
        var options =
                PushSubscribeOptions.builder().stream(stream).ordered(true).build();
        var subscription = nats.jetStream().subscribe("qm." + service + ".>", options);
        var published = new ArrayList<Message>();
        while (published.size() < count) {
            var message = subscription.nextMessage(NEXT);
            if (message == null) {
                throw new IOException("%s has %d events, and gave %d".formatted(stream, count, published.size()));
            }
            published.add(message);
        }
        return published;
    }

    /** Publishes every event once more, as a server that lost an acknowledgement would deliver it again. */
    public void deliverAllAgain() throws IOException, InterruptedException, JetStreamApiException {
        try (var nats = connect()) {
            for (var service : services) {
                for (var event : published(nats, service)) {
                    // NB: without its message id, by which the server would know it; so what has none came again.
                    if (event.hasHeaders()) {
                        nats.jetStream().publish(event.getSubject(), event.getData());
                    }
                }
            }
        }
    }

    /** How many deliveries were not the first of their event to their consumer. */
    public long redeliveries() throws IOException, InterruptedException, JetStreamApiException {
        try (var nats = connect()) {
            var management = nats.jetStreamManagement();
            var again = 0L;
            for (var service : services) {
                for (var consumer : management.getConsumers(name(service))) {
                    var configuration = consumer.getConsumerConfiguration();
                    if (configuration.getDurable() != null) {
                        var events = events(management, name(service), configuration.getFilterSubject());
                        again += consumer.getDelivered().getConsumerSequence() - events;
                    }
                }
            }
            return again;
        }
    }

    private static long events(JetStreamManagement management, String stream, String subject)
            throws IOException, JetStreamApiException {
        var state = management
                .getStreamInfo(stream, StreamInfoOptions.filterSubjects(subject))
                .getStreamState();
        return state.getSubjects().stream().mapToLong(Subject::getCount).sum();
    }

    /** Waits until all that was written is published, and all that was published is done with. */
    public void awaitAllHeard() {
        await("all events are published and heard")
                .atMost(LONGEST)
                .ignoreExceptions()
                .until(() -> isAllPublished() && isAllHeard());
    }

    private boolean isAllPublished() throws SQLException {
        for (var service : services) {
            if (!new ServiceDatabase(service).ask(UNPUBLISHED).equals("0")) {
                return false;
            }
        }
        return true;
    }

    private boolean isAllHeard() throws IOException, InterruptedException, JetStreamApiException {
        try (var nats = connect()) {
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
