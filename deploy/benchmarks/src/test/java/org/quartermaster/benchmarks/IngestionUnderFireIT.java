package org.quartermaster.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nats.client.Nats;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Samples of all kinds of calls while the packaged service is killed again and again. */
class IngestionUnderFireIT {
    private static final int KILLS = Integer.getInteger("kills");
    private static final int WRITERS = 9;
    private static final int BATCH = 150;
    private static final int STREAM = 4_500;
    private static final int[] SIZES = {1, BATCH, STREAM};
    private static final String RECORDED = " from platform.outbox where entity = 'telemetry'";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Instant begin = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
    private volatile boolean writing = true;
    private volatile int port;

    private record Piece(String path, String type, String body) {}

    /** Sends samples of one machine: one at a time, in batches, or in streams of several commits. */
    private final class Writer implements Callable<Integer> {
        private final String token;
        private final String machine;
        private final int size;

        Writer(String token, String machine, int size) {
            this.token = token;
            this.machine = machine;
            this.size = size;
        }

        /** Until told to stop, each piece again until it is acknowledged; how many samples there are. */
        @Override
        public Integer call() throws InterruptedException {
            var sent = 0;
            for (; writing; sent += size) {
                var piece = piece(sent);
                while (!isAcknowledged(piece)) {
                    Thread.sleep(50);
                }
            }
            return sent;
        }

        private Piece piece(int from) {
            var samples =
                    IntStream.range(from, from + size).mapToObj(this::sample).toList();
            return switch (size) {
                case 1 -> new Piece("/equipment/" + machine + "/telemetry", "application/json", samples.get(0));
                case BATCH -> new Piece("/telemetry", "application/json", "[" + String.join(",", samples) + "]");
                default -> new Piece("/telemetry", "application/x-ndjson", String.join("\n", samples));
            };
        }

        private String sample(int n) {
            var name = size == 1 ? "" : "\"equipment_id\":\"" + machine + "\",";
            return "{%s\"sample_id\":\"%d\",\"recorded_at\":\"%s\",\"fuel_percent\":%d}"
                    .formatted(name, n, begin.plusSeconds(n), 30 + n % 60);
        }

        private boolean isAcknowledged(Piece piece) throws InterruptedException {
            try {
                var answer = send(token, piece);
                assertTrue(answer.statusCode() == 200 || answer.statusCode() == 503, answer::body);
                return answer.statusCode() == 200;
            } catch (IOException killed) {
                return false;
            }
        }
    }

    private HttpResponse<String> send(String token, Piece piece) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + piece.path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", piece.type)
                .POST(HttpRequest.BodyPublishers.ofString(piece.body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String machine(Stand stand, int n) throws IOException, InterruptedException {
        var answer = send(stand.token(0), new Piece("/equipment", "application/json", Fleet.machine(n)));
        return new JsonObject(answer.body()).getString("equipment_id");
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void awaitEmpty(Connection connection, String what) throws SQLException, InterruptedException {
        for (var wait = 0; wait < 900 && !"0".equals(ask(connection, "select count(*) from " + what)); wait++) {
            Thread.sleep(100);
        }
        assertEquals("0", ask(connection, "select count(*) from " + what), what);
    }

    private static List<String> stream(Stand stand) throws Exception {
        var ids = new ArrayList<String>();
        try (var nats = Nats.connect(stand.nats.url())) {
            var management = nats.jetStreamManagement();
            var state = management.getStreamInfo("QM_EQUIPMENT").getStreamState();
            for (var n = state.getFirstSequence(); n <= state.getLastSequence(); n++) {
                var data = new String(management.getMessage("QM_EQUIPMENT", n).getData(), StandardCharsets.UTF_8);
                ids.add(new JsonObject(data).getString("id"));
            }
        }
        return ids;
    }

    private static Set<String> outbox(Connection connection) throws SQLException {
        var ids = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select event_id from platform.outbox")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private int writeAndKill(Stand stand, List<String> machines) throws Exception {
        var threads = Executors.newFixedThreadPool(machines.size());
        try {
            var writers = new ArrayList<Future<Integer>>();
            for (var i = 0; i < machines.size(); i++) {
                writers.add(threads.submit(new Writer(stand.token(i), machines.get(i), SIZES[i % SIZES.length])));
            }
            for (var kill = 0; kill < KILLS; kill++) {
                Thread.sleep(2_000 + 300L * (kill % 8));
                stand.service.kill();
                stand.service = stand.start(List.of());
                port = stand.port();
            }
            Thread.sleep(1_000);
            writing = false;
            var sent = 0;
            for (var writer : writers) {
                sent += writer.get();
            }
            return sent;
        } finally {
            writing = false;
            threads.shutdownNow();
        }
    }

    @Test
    void everyAcknowledgedSampleIsThereOnceAndEveryEventIsPublishedOnce() throws Exception {
        var home = Path.of("../..").toAbsolutePath().normalize();
        try (var stand = Stand.open(home, "equipment");
                var database = stand.superuser()) {
            port = stand.port();
            var machines = new ArrayList<String>();
            for (var n = 0; n < WRITERS; n++) {
                machines.add(machine(stand, n));
            }
            var before = Integer.parseInt(ask(database, "select count(*) from equipment_telemetry"));

            var sent = writeAndKill(stand, machines);

            assertEquals(
                    String.valueOf(sent + before),
                    ask(database, "select count(*) from equipment_telemetry"),
                    "what was acknowledged, and nothing else");
            ask(
                    database,
                    "with old as (update telemetry_batch_notes set updated_at = now() - interval '1 hour'"
                            + " returning 1) select count(*) from old");
            awaitEmpty(database, "telemetry_batch_notes");
            assertEquals(
                    String.valueOf(sent + before),
                    ask(database, "select sum(cast(cast(envelope as jsonb) #>> '{data,accepted}' as int))" + RECORDED),
                    "every sample is told of once");
            awaitEmpty(database, "platform.outbox where published_at is null");
            var published = stream(stand);
            assertEquals(outbox(database), new HashSet<>(published), "the stream is the outbox");
            assertEquals(new HashSet<>(published).size(), published.size(), "no event twice");
        }
    }
}
