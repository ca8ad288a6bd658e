package org.quartermaster.equipment.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** Batches that are committed in chunks. */
@EquipmentTest
class BatchStreamTest {
    private static final String STORED = "select count(*) from equipment_telemetry where tenant_id = ?";
    private static final String EVENTS = "select count(*) from platform.outbox where tenant_id = ?"
            + " and envelope like '%equipment.telemetry.recorded.v1%'";
    private static final String TOLD = "select sum(cast(cast(envelope as jsonb) #>> '{data,accepted}' as int))"
            + " from platform.outbox where tenant_id = ? and envelope like '%equipment.telemetry.recorded.v1%'";

    @TestHTTPResource("/api/v1/telemetry")
    URI batches;

    @Inject
    SystemConnection database;

    @Inject
    BatchNotes notes;

    private final TestTenant tenant = TestTenant.create();
    private final Instant start = Instant.now().minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);

    private String machine() {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"tractor\"}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    private String lines(String machine, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(minute -> "{\"equipment_id\":\"%s\",\"recorded_at\":\"%s\",\"fuel_percent\":50}"
                        .formatted(machine, start.plus(Duration.ofMinutes(minute))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private ValidatableResponse send(String key, String lines) {
        var request = tenant.as("operator").contentType("application/x-ndjson");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .body(lines.getBytes(US_ASCII))
                .post("/api/v1/telemetry")
                .then();
    }

    private long ask(String sql) throws SQLException {
        try (var connection = database.open();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.id());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void manyChunksGiveOneEventPerMachine() throws SQLException {
        var first = machine();
        var second = machine();

        send(null, lines(first, 0, 3_000) + lines(second, 0, 1_500)).body("accepted", equalTo(4_500));
        send(null, lines(first, 0, 3_000)).body("duplicates", equalTo(3_000));

        assertThat(ask(EVENTS)).isEqualTo(2);
        assertThat(ask(TOLD)).isEqualTo(4_500);
    }

    @Test
    void keyGivesTheFirstAnswerAgainAndRefusesAnotherBody() throws SQLException {
        var id = machine();
        var body = lines(id, 0, 4_100);
        var first = send("k", body).statusCode(200).extract().<String>path("batch_id");

        send("k", body).body("batch_id", equalTo(first)).body("accepted", equalTo(4_100));
        send("k", lines(id, 0, 4_101)).statusCode(422).body("code", equalTo("idempotency_key_reused"));

        assertThat(ask(STORED)).isEqualTo(4_100);
    }

    /** NB: REST Assured takes many seconds for so large a body. */
    private int sendMuch(String key, String lines) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(batches)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + TestIssuer.shared().token(tenant.id(), "operator"))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(lines, US_ASCII));
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void keyOfARefusedBatchMayBeUsedAgain() throws IOException, InterruptedException {
        var id = machine();
        var broken = lines(id, 0, 2_500) + "x".repeat(64 * 1024 * 1024);

        assertThat(sendMuch("k", broken)).isEqualTo(413);

        send("k", lines(id, 0, 2_500)).statusCode(200).body("accepted", equalTo(2_500));
    }

    @Test
    void whatIsStillRunningIsAConflictUntilItIsDead() throws SQLException {
        var id = machine();
        var body = lines(id, 0, 2_500);
        send("k", body).statusCode(200);
        change("update platform.idempotency set answer = 'running' where tenant_id = ?");

        send("k", body).statusCode(409).body("code", equalTo("request_still_running"));
        change("update platform.idempotency set updated_at = now() - interval '2 minutes' where tenant_id = ?");

        send("k", body).statusCode(200).body("duplicates", equalTo(2_500));
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.id());
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    @Test
    void clientThatHangsUpLeavesWholeChunksAndTheirEvent() throws Exception {
        var id = machine();
        // Bodies of less than 8 MiB are not read before they are complete.
        var body = lines(id, 0, 7_000).replace("\n", " ".repeat(2_000) + "\n");
        var head = "POST /api/v1/telemetry HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + TestIssuer.shared().token(tenant.id(), "operator") + "\r\n"
                + "Content-Length: " + 2 * body.length() + "\r\n\r\n";

        try (var socket = new Socket(batches.getHost(), batches.getPort())) {
            socket.getOutputStream().write((head + body).getBytes(US_ASCII));
            await("a chunk is stored").until(() -> ask(STORED) >= Batches.CHUNK);
            socket.setSoLinger(true, 0);
        }

        await("what is stored is told").until(() -> ask(STORED) == ask(TOLD));
        assertThat(ask(STORED) % Batches.CHUNK).isZero();
        assertThat(ask(EVENTS)).isEqualTo(1);
        send(null, lines(id, 0, 7_000)).statusCode(200);
        assertThat(ask(STORED)).isEqualTo(7_000);
    }

    @Test
    void batchWhoseServiceDiedIsToldOfByAnother() throws SQLException, IOException {
        var id = machine();
        try (var connection = database.open();
                var statement = connection.prepareStatement("""
                        insert into telemetry_batch_notes
                          (tenant_id, batch_id, equipment_id, from_at, to_at, accepted, warned, updated_at)
                        values (?, 'batch_x', ?, now(), now(), 7, 0, now() - interval '6 minutes')
                        """)) {
            statement.setString(1, tenant.id());
            statement.setString(2, id);
            statement.executeUpdate();
        }

        notes.tellOfLeft();
        notes.tellOfLeft();

        assertThat(ask(EVENTS)).isEqualTo(1);
        assertThat(ask(TOLD)).isEqualTo(7);
    }
}
