package org.quartermaster.equipment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** The spans that a collector is sent (OTLP). */
@EquipmentTest
@TestProfile(TraceTest.Traced.class)
class TraceTest {
    /** A system property, which every class loader sees. */
    private static final String COLLECTED = "quartermaster.test.spans";

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    /** Sends its spans to a collector of our own. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qm.trace.endpoint",
                    "http://127.0.0.1:" + collector().getAddress().getPort() + "/v1/traces");
        }

        private static HttpServer collector() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/v1/traces", exchange -> {
                    var spans = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
                    System.setProperty(COLLECTED, System.getProperty(COLLECTED, "") + spans);
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

    /** All that was collected, a character a byte. */
    private static String collected() {
        return System.getProperty(COLLECTED, "");
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static String traceparent(String tenant) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var query = connection.prepareStatement(
                        "select cast(envelope as json) ->> 'traceparent' from platform.outbox where tenant_id = ?")) {
            query.setString(1, tenant);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Test
    void aTraceGoesFromTheClientThroughRequestAndTransactionIntoTheEvent() throws SQLException {
        var tenant = TestTenant.create();

        tenant.manager()
                .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                .contentType("application/json")
                .body("{\"name\": \"A\", \"equipment_type\": \"pump\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201);

        var event = traceparent(tenant.id());
        assertThat(event).startsWith("00-" + TRACE + "-").endsWith("-01").doesNotContain(PARENT);
        await("the spans are sent").atMost(Duration.ofSeconds(20)).until(() -> collected()
                .contains("POST /api/v1/equipment"));
        assertThat(collected())
                .contains(bytes(TRACE), bytes(PARENT), bytes(event.substring(36, 52)), "transaction")
                .contains("equipment-service", "http.response.status_code");
    }
}
