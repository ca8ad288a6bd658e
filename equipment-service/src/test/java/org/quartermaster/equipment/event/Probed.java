package org.quartermaster.equipment.event;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Runs the service with the probe, with pauses that a test can wait for, and with a collector of its spans. */
public final class Probed implements QuarkusTestProfile {
    /** A system property, which every class loader sees. */
    private static final String COLLECTED = "quartermaster.test.spans";

    /** All spans that were collected (OTLP), a character a byte. */
    public static String spans() {
        return System.getProperty(COLLECTED, "");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ProbeConsumer.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "qm.consumer.backoff", "PT0.02S",
                "qm.consumer.retry", "PT0.2S",
                "qm.consumer.max-attempts", "3",
                "qm.consumer.ack-wait", "PT3S",
                "qm.trace.endpoint",
                        "http://127.0.0.1:" + collector().getAddress().getPort() + "/v1/traces");
    }

    private static HttpServer collector() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                var spans = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
                System.setProperty(COLLECTED, spans() + spans);
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
