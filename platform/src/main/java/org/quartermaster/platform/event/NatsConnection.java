package org.quartermaster.platform.event;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.quartermaster.platform.PlatformConfig;

/** The connection to NATS and the stream of this service; comes back by itself however long the server is away. */
@ApplicationScoped
public final class NatsConnection {
    private static final int STREAM_NAME_IN_USE = 10058;
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final PlatformConfig config;
    private volatile Connection connection;
    private boolean streamReady;
    private long refused = System.nanoTime() - PAUSE;

    @Inject
    NatsConnection(PlatformConfig config) {
        this.config = config;
    }

    /**
     * JetStream with the service's stream in place.
     *
     * @throws IOException while the server is away
     */
    public synchronized JetStream jetStream() throws IOException, JetStreamApiException, InterruptedException {
        var connected = connected();
        if (!streamReady) {
            ensureStream();
            streamReady = true;
        }
        return connected.jetStream();
    }

    /**
     * The connection itself.
     *
     * @throws IOException while the server is away
     */
    public synchronized Connection connected() throws IOException, InterruptedException {
        if (connection == null) {
            connection = connect();
        }
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            var status = connection.getStatus();
            streamReady = false;
            // After repeated refusals the client closes for good, and only a new connection comes back.
            connection = status == Connection.Status.CLOSED ? null : connection;
            throw new IOException("NATS is " + status);
        }
        return connection;
    }

    /** NB: many threads ask while the server is away; one attempt a second is enough, or they would queue. */
    private Connection connect() throws IOException, InterruptedException {
        if (System.nanoTime() - refused < PAUSE) {
            throw new IOException("NATS is away");
        }
        try {
            return Nats.connect(options());
        } catch (IOException away) {
            refused = System.nanoTime();
            throw away;
        }
    }

    /** Sends an empty message to all who listen now; none while the server is away. */
    void tell(String subject) {
        var current = connection;
        if (current != null && current.getStatus() == Connection.Status.CONNECTED) {
            try {
                current.publish(subject, new byte[0]);
            } catch (IllegalStateException gone) {
                Log.debugf("not told: %s", gone.getMessage());
            }
        }
    }

    /** Lets the next use look at the stream again, which somebody may have deleted. */
    synchronized void checkStream() {
        streamReady = false;
    }

    /** Name of the service's own stream. */
    String stream() {
        return "QM_" + config.service().toUpperCase(Locale.ROOT);
    }

    private Options options() {
        return new Options.Builder()
                .server(config.nats().url())
                .connectionName(config.service())
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(500))
                .connectionTimeout(Duration.ofSeconds(3))
                .errorListener(new ErrorListener() {})
                .build();
    }

    private void ensureStream() throws IOException, JetStreamApiException {
        var management = connection.jetStreamManagement();
        var stream = StreamConfiguration.builder()
                .name(stream())
                .subjects("qm." + config.service() + ".>")
                .storageType(StorageType.File)
                .replicas(config.nats().replicas())
                .maxAge(config.nats().retention())
                .duplicateWindow(Duration.ofMinutes(10))
                .build();
        try {
            management.addStream(stream);
        } catch (JetStreamApiException refused) {
            if (refused.getApiErrorCode() != STREAM_NAME_IN_USE) {
                throw refused;
            }
            management.updateStream(stream);
        }
        Log.infof("stream %s is ready", stream.getName());
    }

    @PreDestroy
    synchronized void close() throws InterruptedException {
        if (connection != null) {
            connection.close();
        }
    }
}
