package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.PushSubscribeOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.LocalServers;
import org.quartermaster.local.RunningService;

/** A service that is asked to end in the middle of its work (SIGTERM), and started again. */
class GracefulStopTest {
    private static final Path JAR = Path.of("../../equipment-service/target/quarkus-app/quarkus-run.jar");
    private static final String UNFINISHED = "select count(*) from platform.job where state in ('queued', 'running')";
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");
    private static final String ERROR = "\"level\":\"ERROR\"";
    private static final int ROWS = Integer.getInteger("rows");

    @TempDir
    Path folder;

    private RunningService start() throws IOException {
        assertThat(JAR).as("the packaged service; run mvn verify").exists();
        var environment = Map.of(
                "QM_DB_URL",
                LocalServers.databaseUrl("equipment"),
                "NATS_URL",
                LocalServers.natsUrl(),
                "QM_AUTH",
                "demo");
        return RunningService.start(JAR, Traffic.freePort(), List.of(), environment, folder.resolve("log"));
    }

    private static long count(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> ids(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection("equipment");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    /** Ids of the machines of that name that the stream says were created. */
    private static List<String> published(String name) throws Exception {
        var ids = new ArrayList<String>();
        var nats = Nats.connect(LocalServers.natsUrl());
        var events = nats.jetStream()
                .subscribe(
                        "qm.equipment.*.equipment.created",
                        PushSubscribeOptions.builder().ordered(true).build());
        for (var event = next(events); event != null; event = next(events)) {
            var envelope = new String(event.getData(), StandardCharsets.UTF_8);
            var subject = SUBJECT.matcher(envelope);
            if (envelope.contains('"' + name + '"') && subject.find()) {
                ids.add(subject.group(1));
            }
        }
        nats.close();
        return ids;
    }

    private static Message next(JetStreamSubscription events) throws InterruptedException {
        return events.nextMessage(Duration.ofSeconds(2));
    }

    private static String file() {
        return IntStream.range(0, ROWS)
                .mapToObj(n -> "Pump " + n + ",pump,GS" + n + "\n")
                .collect(Collectors.joining("", "name,equipment_type,serial_number\n", ""));
    }

    @Test
    void whatWasAcknowledgedStaysAndWhatWasBegunIsFinished() throws Exception {
        try (var service = start()) {
            var traffic = new Traffic(service.port());
            var feed = traffic.listen("/api/v1/events");
            assertThat(traffic.importMachines(file())).isEqualTo(202);
            await("the import runs").until(() -> count(UNFINISHED.replace("'queued', ", "")) == 1);
            var readiness = CompletableFuture.supplyAsync(traffic::readinessUntilGone);
            traffic.write(4);
            await("machines are registered").until(() -> traffic.acknowledged().size() > 40);

            service.signal("TERM");

            assertThat(service.hasEnded()).as("ended within 30 s").isTrue();
            assertThat(readiness.get()).as("the readiness that was seen").contains(200, 503);
            assertThat(traffic.wentOnWhenNotReady())
                    .as("readiness goes down before requests are refused")
                    .isTrue();
            assertThat(traffic.wrong()).as("answers other than 201 and 503").isEmpty();
            assertThat(feed.get())
                    .as("the feed ends in good order")
                    .anyMatch(line -> line.startsWith("event:") && line.endsWith("change"));
            assertThat(ids("select equipment_id from equipment where name = 'Acknowledged'"))
                    .as("machines that are there, and those that clients were told of")
                    .containsExactlyInAnyOrderElementsOf(traffic.acknowledged());
            assertThat(service.log()).doesNotContain(ERROR);
        }
        assertThat(count("select count(*) from platform.job where state = 'running'"))
                .as("jobs whose worker is gone")
                .isZero();
        assertThat(count(UNFINISHED)).as("the job waits for the next worker").isOne();
        try (var again = start()) {
            await("the import goes on")
                    .atMost(Duration.ofMinutes(10))
                    .until(() -> count("select count(*) from platform.job where state = 'succeeded'") == 1);
            await("all events are out")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> count("select count(*) from platform.outbox where published_at is null") == 0);
            assertThat(again.log()).doesNotContain(ERROR);
        }
        assertThat(published("Acknowledged"))
                .as("events in the stream")
                .containsExactlyInAnyOrderElementsOf(
                        ids("select equipment_id from equipment where name = 'Acknowledged'"));
        assertThat(count("select count(*) from equipment where serial_number like 'GS%'"))
                .isEqualTo(ROWS);
    }
}
