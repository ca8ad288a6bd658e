package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.LocalServers;
import org.quartermaster.local.RunningService;

/** Two replicas of vehicle-service on one database, each with a spool of its own, and one watched directory. */
class TwoReplicasTest {
    private static final ServiceDatabase DATABASE = new ServiceDatabase("vehicle");
    private static final Path JAR = Path.of("../../vehicle-service/target/quarkus-app/quarkus-run.jar");
    private static final Duration LONGEST = Duration.ofMinutes(4);

    @TempDir
    private static Path folder;

    private static RunningService one;
    private static RunningService two;

    private static RunningService start(String name) throws IOException {
        assertThat(JAR).as("the packaged service; run mvn verify").exists();
        var environment = Map.of(
                "QM_VEHICLE_IMPORT_SILENCE",
                "PT12S",
                "QM_DB_URL",
                LocalServers.databaseUrl("vehicle"),
                "NATS_URL",
                LocalServers.natsUrl(),
                "QM_AUTH",
                "demo",
                "QM_JOB_LEASE",
                "PT3S",
                "QM_VEHICLE_SPOOL_DIR",
                folder.resolve(name).toString(),
                "QM_VEHICLE_IMPORT_DIR",
                folder.resolve("feeds").toString(),
                "QM_VEHICLE_WATCH_SETTLED",
                "PT1S");
        return RunningService.start(JAR, Traffic.freePort(), List.of(), environment, folder.resolve(name + ".log"));
    }

    @BeforeAll
    static void startBoth() throws IOException {
        one = start("one");
        two = start("two");
    }

    @AfterAll
    static void stopBoth() {
        one.close();
        two.close();
    }

    private static CompletableFuture<String> sent(RunningService replica, String source, String at, String file) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new Imports(replica.port()).send(source, at, file);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    @Test
    void oneFileThatComesToBothAtOnceIsLoadedOnce() throws Exception {
        for (var n = 0; n < 5; n++) {
            var source = "twice" + n;
            var file = new Feed(100 + n, 200).first();

            var here = sent(one, source, "2026-04-01T12:00:00Z", file);
            var there = sent(two, source, "2026-04-01T12:00:00Z", file);

            assertThat(here.get()).isEqualTo(there.get());
            Imports.awaitCompleted(here.get());
            assertThat(DATABASE.ask("select count(*) from raw.csv_files where source = ?", source))
                    .isEqualTo("1");
            assertThat(DATABASE.ask("select count(*) from vehicle.lots where source = ?", source))
                    .isEqualTo("200");
        }
    }

    @Test
    void importsOfASourceRunOneAtATimeTheOldestSnapshotFirst() throws Exception {
        var feed = new Feed(200, 300);
        String third;
        String second;
        String first;
        try (var held = DATABASE.hold("vehicle.lots", false)) {
            third = sent(one, "order", "2026-04-03T00:00:00Z", feed.first()).get();
            DATABASE.awaitStatement("%vehicle.lots%", true);
            second = sent(two, "order", "2026-04-02T00:00:00Z", feed.second()).get();
            first = sent(one, "order", "2026-04-01T00:00:00Z", new Feed(200, 290).first())
                    .get();
        }

        for (var id : List.of(third, second, first)) {
            Imports.awaitCompleted(id);
        }
        var order = """
                select string_agg(cast(run_id as text), ' ' order by started_at) from audit.etl_runs
                where about ->> 'source' = ?
                """;
        assertThat(DATABASE.ask(order, "order")).isEqualTo(third + " " + first + " " + second);
        var overlapping = """
                select count(*) from audit.etl_runs a join audit.etl_runs b
                  on a.run_id <> b.run_id and a.started_at <= b.started_at and b.started_at < a.completed_at
                where a.about ->> 'source' = 'order' and b.about ->> 'source' = ?
                """;
        assertThat(DATABASE.ask(overlapping, "order")).isEqualTo("0");
    }

    @Test
    void aPausedReplicaLosesItsImportToTheOther() throws Exception {
        var file = new Feed(300, 200).first();
        String id;
        try (var held = DATABASE.hold("vehicle.lots", false)) {
            id = sent(one, "paused", "2026-04-01T12:00:00Z", file).get();
            DATABASE.awaitStatement("%vehicle.lots%", true);
            one.signal("STOP");
        }

        String again;
        try {
            await("the run is closed").atMost(LONGEST).until(() -> !Imports.state(id)
                    .startsWith("running"));
            assertThat(Imports.state(id)).as("its file is with the paused one").isEqualTo("failed interrupted");
            again = sent(two, "paused", "2026-04-01T12:00:00Z", file).get();
            Imports.awaitCompleted(again);
        } finally {
            one.signal("CONT");
        }
        assertThat(sent(one, "paused", "2026-04-01T12:00:00Z", file).get())
                .as("what the paused one says when it goes on")
                .isEqualTo(again);
        assertThat(DATABASE.ask("select count(*) from vehicle.lots where source = ?", "paused"))
                .isEqualTo("200");
    }

    @Test
    void noFileOfTheDirectoryIsTakenTwiceOrLostWhenItsReplicaIsKilled() throws Exception {
        var feeds = Files.createDirectories(folder.resolve("feeds"));
        try (var held = DATABASE.hold("vehicle.lots", false)) {
            for (var day = 1; day <= 3; day++) {
                Files.writeString(feeds.resolve("sales 2026-04-0" + day + ".csv"), new Feed(400 + day, 150).first());
            }
            Files.writeString(feeds.resolve("page.csv"), "<html>busy</html>");
            DATABASE.awaitStatement("%vehicle.lots%", true);
            killTheWatching();
        }

        await("all files are put away")
                .atMost(LONGEST)
                .until(() -> feeds.toFile().list((directory, name) -> name.endsWith(".csv")).length == 0);
        assertThat(feeds.resolve("done").toFile().list())
                .containsExactlyInAnyOrder(
                        "sales 2026-04-01.csv", "sales 2026-04-01.csv.report.json",
                        "sales 2026-04-02.csv", "sales 2026-04-02.csv.report.json",
                        "sales 2026-04-03.csv", "sales 2026-04-03.csv.report.json");
        assertThat(feeds.resolve("rejected").toFile().list())
                .containsExactlyInAnyOrder("page.csv", "page.csv.report.json");
        assertThat(DATABASE.ask("select count(*) from raw.csv_files where state = 'loaded' and path like ?", "sales %"))
                .isEqualTo("3");
    }

    /** The replica that took the files says so in its log. */
    private static void killTheWatching() throws IOException {
        if (one.log().contains("import-watch: ")) {
            one.kill();
            one = start("one");
        } else {
            two.kill();
            two = start("two");
        }
    }
}
