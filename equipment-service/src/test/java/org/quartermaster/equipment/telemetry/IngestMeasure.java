package org.quartermaster.equipment.telemetry;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** Says how fast samples are taken; asserts nothing and runs only when named ({@code -Dtest=IngestMeasure}). */
@EquipmentTest
class IngestMeasure {
    private static final int MACHINES = 100;
    private static final int BATCHES = 40;
    private static final int SAMPLES = 1_000;
    private static final int CALLS = 10_000;

    private final TestTenant tenant = TestTenant.create();
    private final String token = TestIssuer.shared().token(tenant.id(), "operator");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Instant start = Instant.now().minus(Duration.ofDays(5)).truncatedTo(ChronoUnit.SECONDS);

    @TestHTTPResource("/api/v1")
    URI base;

    @Test
    void saysHowFastSamplesAreTaken() throws Exception {
        var machines = new ArrayList<String>();
        for (var i = 0; i < MACHINES; i++) {
            machines.add(tenant.manager()
                    .contentType(ContentType.JSON)
                    .body("{\"name\":\"Machine %d\",\"equipment_type\":\"tractor\"}".formatted(i))
                    .post("/api/v1/equipment")
                    .then()
                    .extract()
                    .path("equipment_id"));
        }
        var bodies = new ArrayList<String>();
        for (var batch = 0; batch < BATCHES * 2; batch++) {
            bodies.add(body(machines, batch));
        }
        var warm = bodies.subList(0, BATCHES);
        var timed = bodies.subList(BATCHES, 2 * BATCHES);
        batches("warm-up", warm);
        batches("new", timed);
        batches("again", timed);
        copy();
        calls("warm-up", machines);
        calls("single", machines);
    }

    private String body(List<String> machines, int batch) {
        var samples = new ArrayList<String>();
        for (var i = 0; i < SAMPLES; i++) {
            var minute = batch * (SAMPLES / MACHINES) + i / MACHINES;
            samples.add("""
                    {"equipment_id":"%s","recorded_at":"%s","fuel_percent":%s,"hours":%s,"lat":%s,"lon":%s,\
                    "speed_kmh":12.5,"engine_on":true}""".formatted(
                            machines.get(i % MACHINES),
                            start.plus(Duration.ofMinutes(minute)),
                            30 + minute % 60,
                            1000 + minute / 100.0,
                            15 + i % MACHINES * 0.01 + minute * 0.0001,
                            44 + i % MACHINES * 0.013));
        }
        return "[" + String.join(",", samples) + "]";
    }

    private void batches(String name, List<String> bodies) throws Exception {
        var began = System.nanoTime();
        for (var body : bodies) {
            client.send(
                    request("/telemetry").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        }
        say(name + " samples/s", bodies.size() * SAMPLES, began);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static void say(String what, int count, long began) {
        System.out.printf("MEASURE %s: %.0f%n", what, count / ((System.nanoTime() - began) / 1e9));
    }

    private void copy() throws Exception {
        try (var owner = DriverManager.getConnection(
                        "jdbc:" + LocalServers.databaseUrl("equipment"), "equipment_owner", "none");
                var statement = owner.createStatement()) {
            statement.execute("create table copy_yardstick (like equipment_telemetry including all)");
            owner.setAutoCommit(false);
            var copier = owner.unwrap(PGConnection.class).getCopyAPI();
            for (var round = 0; round < 2; round++) {
                var began = System.nanoTime();
                for (var batch = 0; batch < BATCHES; batch++) {
                    copier.copyIn(
                            "copy copy_yardstick (tenant_id, batch_id, equipment_id, recorded_at, received_at, sample_key,"
                                    + " source, fuel_percent, hours, total_hours, lat, lon, speed_kmh, engine_on)"
                                    + " from stdin",
                            new StringReader(rows(round * BATCHES + batch)));
                    owner.commit();
                }
                say("copy rows/s", BATCHES * SAMPLES, began);
            }
            statement.execute("drop table copy_yardstick");
            owner.commit();
        }
    }

    private String rows(int batch) {
        var rows = new StringBuilder();
        for (var i = 0; i < SAMPLES; i++) {
            var minute = batch * (SAMPLES / MACHINES) + i / MACHINES;
            rows.append("%s\tb%d\teq_%032d\t%s\t%s\t%s\tdevice\t%d\t%s\t%s\t%s\t%s\t12.5\tt\n"
                    .formatted(
                            tenant.id(),
                            batch,
                            i % MACHINES,
                            start.plus(Duration.ofMinutes(minute)),
                            start,
                            UUID.randomUUID(),
                            30 + minute % 60,
                            1000 + minute / 100.0,
                            1000 + minute / 100.0,
                            15 + minute * 0.0001,
                            44 + minute * 0.0001));
        }
        return rows.toString();
    }

    private void calls(String name, List<String> machines) {
        var began = System.nanoTime();
        var next = new AtomicInteger();
        var clients = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 64; i++) {
            clients.add(call(machines, next));
        }
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
        say(name + " calls/s", CALLS, began);
    }

    private CompletableFuture<Void> call(List<String> machines, AtomicInteger next) {
        var n = next.getAndIncrement();
        if (n >= CALLS) {
            return CompletableFuture.completedFuture(null);
        }
        var request = request("/equipment/" + machines.get(n % MACHINES) + "/telemetry?fuel_percent=" + (30 + n % 60))
                .POST(BodyPublishers.noBody())
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenCompose(ignored -> call(machines, next));
    }
}
