package org.quartermaster.equipment.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** Clients that hang up in the middle of a request cost no connection of the database. */
@EquipmentTest
class DisconnectStormTest {
    private static final int CLIENTS = 500;
    private static final Pattern IN_USE = Pattern.compile("^sql_pool_active\\{.*\\} (\\S+)$", Pattern.MULTILINE);

    @TestHTTPResource("/api/v1/equipment")
    URI machines;

    private final TestTenant tenant = TestTenant.create();
    private final String token = TestIssuer.shared().token(tenant.id(), "manager");

    private void askAndHangUp(int client) {
        var body = "{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":5}";
        var head = (client % 2 == 0 ? "GET" : "POST") + " /api/v1/equipment HTTP/1.1\r\nHost: a\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
        var request = client % 2 == 0 ? head + "\r\n" : head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        try (var socket = new Socket(machines.getHost(), machines.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(UTF_8));
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static double connectionsInUse() {
        var found = IN_USE.matcher(given().get("/q/metrics").asString());
        assertThat(found.find()).as("the metric of the pool is there").isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void afterAStormOfDisconnectsNoneIsInUseAndEveryRequestIsAnswered() {
        IntStream.range(0, CLIENTS).parallel().forEach(this::askAndHangUp);

        await("all connections are back in the pool").until(() -> connectionsInUse() == 0);
        assertThat(IntStream.range(0, 60)
                        .parallel()
                        .map(i -> tenant.as("viewer").get("/api/v1/equipment").statusCode()))
                .containsOnly(200);
    }
}
