package org.quartermaster.procurement.webhook;

import static org.quartermaster.platform.testing.Eventually.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;
import org.quartermaster.procurement.config.SystemConfig;

/** A server of an organization that gets its events; it answers with the status that a test sets. */
final class TestReceiver implements AutoCloseable {
    private static final String ALLOW_PRIVATE =
            "update procurement.system_config set config_value = 'true' where config_key = 'webhooks.allow_private'";

    private final TestOrganization organization;
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    record Received(String id, String time, String signature, String body) {
        /** What the header says where a secret alone signs. */
        String signedBy(String secret) throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var signed = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        }
    }

    private TestReceiver(TestOrganization organization) throws IOException {
        this.organization = organization;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Of an organization whose plan has webhooks, where private addresses are allowed. */
    static TestReceiver of(TestOrganization organization, SystemConfig config) {
        TestChange.plan(organization, "professional");
        TestTender.run(connection -> Sql.update(connection, ALLOW_PRIVATE));
        await("the setting").until(() -> config.flag("webhooks.allow_private"));
        try {
            return new TestReceiver(organization);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var answer = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "/inside");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    void answers(int status) {
        this.status = status;
    }

    List<Received> received() {
        return received;
    }

    /** Makes it an endpoint. */
    ValidatableResponse register(String eventType) {
        return register(eventType, Ids.random(8));
    }

    ValidatableResponse register(String eventType, String key) {
        return organization
                .as("admin")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"url\": \"http://127.0.0.1:%d/hook\", \"event_types\": [\"%s\"]}"
                        .formatted(server.getAddress().getPort(), eventType))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
