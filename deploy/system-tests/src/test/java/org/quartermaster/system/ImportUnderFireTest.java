package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.LocalServers;
import org.quartermaster.local.RunningService;

/**
 * Imports while the packaged service is killed (SIGKILL), at moments spread over receiving, COPY and merge: a lock on a
 * table holds the load where it is to be hit. The profile {@code faults} kills at each moment.
 */
class ImportUnderFireTest {
    private static final Path JAR = Path.of("../../vehicle-service/target/quarkus-app/quarkus-run.jar");
    private static final ServiceDatabase DATABASE = new ServiceDatabase("vehicle");
    private static final int KILLS = Integer.getInteger("kills");
    private static final int LOTS = 3_000;
    private static final String FIRST = "2026-04-01T12:00:00Z";
    private static final String SECOND = "2026-04-01T18:00:00Z";

    /** What is visible of a source, row by row. */
    private static final String VISIBLE = """
            select md5(concat(
              (select string_agg(cast(l as text), '|' order by l.id) from vehicle.lots l where l.source = s.source),
              (select string_agg(cast(v as text), '|' order by v.vin) from vehicle.vehicles v
                join raw.csv_files f on f.file_id = v.source_file_id where f.source = s.source),
              (select string_agg(cast(e as text), '|' order by e.id) from audit.lot_events e
                join raw.csv_files f on f.file_id = e.file_id where f.source = s.source),
              (select count(*) from raw.rows r join raw.csv_files f on f.file_id = r.file_id where f.source = s.source),
              (select count(*) from staging.copart_raw q join raw.csv_files f on f.file_id = q.file_id
                where f.source = s.source),
              (select count(*) from audit.column_stats c join raw.csv_files f on f.file_id = c.file_id
                where f.source = s.source)))
            from (values (?)) as s (source)
            """;

    /** What became of the lots of a source, without what differs from source to source. */
    private static final String RESULT = """
            select string_agg(concat_ws(',', split_part(lot_external_id, ':', 2), status, current_bid, source_updated_at,
              disappeared_at, outcome, substr(vin, 5)), '|' order by lot_external_id)
            from (select * from vehicle.lots where source = ? order by lot_external_id) l
            """;

    /** Every record has one effect, and what the tables hold is what the counts say. */
    private static final String ADDS_UP = """
            select read = loaded + unchanged + stale + duplicates + conflicts + quarantined and quarantined = kept
            from (
              select cast(counts ->> 'read' as int) as read, cast(counts ->> 'quarantined' as int) as quarantined,
                cast(counts ->> 'inserted' as int) + cast(counts ->> 'updated' as int)
                  + cast(counts ->> 'touched' as int) as loaded,
                cast(counts ->> 'unchanged' as int) as unchanged, cast(counts ->> 'stale' as int) as stale,
                cast(counts ->> 'conflicts' as int) as conflicts,
                cast(counts ->> 'duplicates_in_file' as int) as duplicates,
                (select count(*) from staging.copart_raw q where q.file_id = r.file_id) as kept
              from audit.etl_runs r where run_id = cast(? as uuid)) run
            """;

    /** Other tests of the module have sources of their own. */
    private static final String OWN = "(%1$s like 'fire%%' or %1$s = 'calm')";

    /** Moments in their order; all but the first two are those when a table is written. */
    private static final List<String> MOMENTS = List.of(
            "receiving",
            "vehicle.taxonomy_alias",
            "copying",
            "vehicle.vehicles",
            "vehicle.lots",
            "audit.lot_events",
            "raw.rows",
            "staging.copart_raw",
            "vehicle.make_model_counts",
            "audit.column_stats",
            "platform.outbox");

    @TempDir
    Path folder;

    private RunningService service;

    private void start() throws IOException {
        assertThat(JAR).as("the packaged service; run mvn verify").exists();
        var environment = Map.of(
                "QM_DB_URL", LocalServers.databaseUrl("vehicle"),
                "NATS_URL", LocalServers.natsUrl(),
                "QM_AUTH", "demo",
                "QM_JOB_LEASE", "PT2S",
                "QM_VEHICLE_SPOOL_DIR", folder.resolve("spool").toString());
        service = RunningService.start(JAR, Traffic.freePort(), List.of(), environment, folder.resolve("log"));
    }

    private Imports imports() {
        return new Imports(service.port());
    }

    private void loadFirst(Feed feed, String source) throws Exception {
        Imports.awaitCompleted(imports().send(source, FIRST, feed.first()));
    }

    /** Kills the service at the moment; the import that the second snapshot has by then, or null. */
    private String killAt(String moment, Feed feed, String source) throws Exception {
        switch (moment) {
            case "receiving" -> {
                try (var half = imports().sendHalf(source, SECOND, feed.second())) {
                    await("the spool has some of it").until(this::isReceiving);
                    service.kill();
                }
                return null;
            }
            case "copying" -> {
                var id = imports().send(source, SECOND, feed.second());
                DATABASE.awaitStatement("copy incoming%", false);
                service.kill();
                return id;
            }
            default -> {
                try (var held = DATABASE.hold(moment, moment.equals("vehicle.taxonomy_alias"))) {
                    var id = imports().send(source, SECOND, feed.second());
                    DATABASE.awaitStatement(statement(moment), true);
                    service.kill();
                    return id;
                }
            }
        }
    }

    private boolean isReceiving() {
        var files = folder.resolve("spool").toFile().list((spool, name) -> name.endsWith(".part"));
        return files != null && files.length > 0;
    }

    private static String statement(String moment) {
        return moment.equals("platform.outbox") ? "insert into platform.outbox%" : "%" + moment + "%";
    }

    private void hit(int n, String calmCounts, String calmResult) throws Exception {
        var moment = MOMENTS.get(KILLS < MOMENTS.size() ? n * MOMENTS.size() / KILLS : n % MOMENTS.size());
        var source = "fire" + n;
        var feed = new Feed(n + 1, LOTS);
        loadFirst(feed, source);
        var before = DATABASE.ask(VISIBLE, source);

        var id = killAt(moment, feed, source);

        DATABASE.awaitNoSession();
        if (id == null || !Imports.state(id).equals("completed")) {
            assertThat(DATABASE.ask(VISIBLE, source))
                    .as("what is visible after " + moment)
                    .isEqualTo(before);
        }
        start();
        if (id == null) {
            assertThat(DATABASE.ask("select count(*) from raw.csv_files where source = ?", source))
                    .as("files that are registered")
                    .isEqualTo("1");
            id = imports().send(source, SECOND, feed.second());
        }
        Imports.awaitCompleted(id);
        assertThat(Imports.counts(id)).as("counts after " + moment).isEqualTo(calmCounts);
        assertThat(DATABASE.ask(RESULT, source)).as("lots after " + moment).isEqualTo(calmResult);
        assertThat(DATABASE.ask(ADDS_UP, id)).isEqualTo("t");
    }

    @Test
    void aKilledImportLeavesNothingAndEndsAsAnUndisturbedOne() throws Exception {
        try {
            start();
            var calm = new Feed(0, LOTS);
            loadFirst(calm, "calm");
            var undisturbed = imports().send("calm", SECOND, calm.second());
            Imports.awaitCompleted(undisturbed);
            var counts = Imports.counts(undisturbed);
            var result = DATABASE.ask(RESULT, "calm");

            for (var n = 0; n < KILLS; n++) {
                hit(n, counts, result);
            }

            assertOnce();
        } finally {
            service.close();
        }
    }

    private static void assertOnce() throws SQLException {
        assertThat(DATABASE.ask(
                        "select count(*) from raw.csv_files where state <> 'loaded' and " + OWN.formatted("source")))
                .as("files that are not loaded")
                .isEqualTo("0");
        assertThat(DATABASE.ask("select count(*) from audit.etl_runs where status <> 'completed' and "
                        + OWN.formatted("about ->> 'source'")))
                .isEqualTo("0");
        assertThat(DATABASE.ask("select count(*) - count(distinct entity_id) from platform.outbox"
                        + " where entity = 'import'"))
                .as("imports that were told of twice")
                .isEqualTo("0");
    }
}
