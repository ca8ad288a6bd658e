package org.quartermaster.equipment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.event.Probed;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** The spans that a collector is sent (OTLP). */
@EquipmentTest
@TestProfile(Probed.class)
class TraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

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
        await("the spans are sent").atMost(Duration.ofSeconds(20)).until(() -> Probed.spans()
                .contains("POST /api/v1/equipment"));
        assertThat(Probed.spans())
                .contains(bytes(TRACE), bytes(PARENT), bytes(event.substring(36, 52)), "transaction")
                .contains("equipment-service", "http.response.status_code");
    }
}
