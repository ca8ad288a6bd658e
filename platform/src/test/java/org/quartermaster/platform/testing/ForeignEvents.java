package org.quartermaster.platform.testing;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.quartermaster.local.LocalServers;

/** Events of other services, as those would publish them; their stream is made when it is missing. */
public final class ForeignEvents {
    private static final int STREAM_NAME_IN_USE = 10058;

    private ForeignEvents() {}

    /**
     * Publishes an event with a new id, which is returned.
     *
     * @param data the JSON object of the event's data
     */
    public static String publish(String service, String tenant, String entity, String verb, String data) {
        var id = UUID.randomUUID().toString();
        publishAs(id, service, tenant, entity, verb, data);
        return id;
    }

    /** Publishes an event with a known id, as a repeated delivery would bring it. */
    public static void publishAs(String id, String service, String tenant, String entity, String verb, String data) {
        var envelope = """
                {"specversion":"1.0","id":"%s","source":"urn:quartermaster:%s",
                 "type":"org.quartermaster.%s.%s.%s.v1","subject":"x","time":"%s",
                 "datacontenttype":"application/json","tenantid":"%s","actorid":"somebody","actortype":"user",
                 "data":%s}
                """.formatted(id, service, service, entity, verb, Instant.now(), tenant, data);
        publishRaw(service, "qm.%s.%s.%s.%s".formatted(service, tenant, entity, verb), envelope);
    }

    /** Publishes any text on a subject of the service. */
    @SuppressWarnings("try") // jnats declares InterruptedException on close
    public static void publishRaw(String service, String subject, String message) {
        try (var connection = Nats.connect(LocalServers.natsUrl())) {
            ensureStream(connection, service);
            var headers = new Headers().add("Nats-Msg-Id", UUID.randomUUID().toString());
            connection.jetStream().publish(subject, headers, message.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | JetStreamApiException failed) {
            throw new IllegalStateException("not published to " + subject, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void ensureStream(Connection connection, String service) throws IOException, JetStreamApiException {
        try {
            connection
                    .jetStreamManagement()
                    .addStream(StreamConfiguration.builder()
                            .name("QM_" + service.toUpperCase(Locale.ROOT))
                            .subjects("qm." + service + ".>")
                            .storageType(StorageType.File)
                            .build());
        } catch (JetStreamApiException refused) {
            if (refused.getApiErrorCode() != STREAM_NAME_IN_USE) {
                throw refused;
            }
        }
    }
}
