package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.LocalServers;
import org.quartermaster.local.RunningService;

/**
 * Imports of articles while the packaged service is killed (SIGKILL) at moments spread over the work on a piece: a lock
 * on a table holds the import where it is to be hit. The profile {@code faults} kills at each moment.
 */
class ProductImportUnderFireTest {
    private static final Path JAR = Path.of("../../catalog-service/target/quarkus-app/quarkus-run.jar");
    private static final ServiceDatabase DATABASE = new ServiceDatabase("catalog");
    private static final int KILLS = Integer.getInteger("kills");
    private static final int ROWS = 2_500;

    /** What there is of a list: its articles, and what belongs to them. */
    private static final String VISIBLE = """
            with own as (select * from catalog.product where sku like ? || '-%'),
            ids as (select id, id::text as name from own)
            select concat_ws(' ', (select count(*) from own), (select sum(version) from own),
              (select sum(base_price) from own),
              (select count(*) from catalog.productpricing r join ids on ids.id = r.product_id),
              (select count(*) from catalog.productfieldsource s join ids on ids.id = s.product_id),
              (select count(*) || ' ' || count(distinct entity_id) from catalog.activitylog l
                join ids on l.entity_type = 'product' and l.entity_id = ids.name),
              (select count(*) || ' ' || count(distinct entity_id) from platform.outbox o
                join ids on o.entity = 'product' and o.entity_id = ids.name))
            """;

    private static final String STATE = "select state from platform.job where job_id = ?";
    private static final String RESULT = "select cast(result as text) from platform.job where job_id = ?";
    private static final String TOLD = "select count(*) from platform.outbox where entity = 'import' and entity_id = ?";

    /** Moments in their order: those when a table is written. */
    private static final List<String> MOMENTS = List.of(
            "catalog.importkey",
            "catalog.product",
            "catalog.productpricing",
            "catalog.productfieldsource",
            "catalog.activitylog",
            "platform.outbox");

    @TempDir
    Path folder;

    private RunningService service;

    private void start() throws IOException {
        assertThat(JAR).as("the packaged service; run mvn verify").exists();
        var environment = Map.of(
                "QM_DB_URL",
                LocalServers.databaseUrl("catalog"),
                "NATS_URL",
                LocalServers.natsUrl(),
                "QM_AUTH",
                "demo",
                // Versions and rows of the log are those of the imports alone.
                "QM_ENRICHMENT_EVERY",
                "off",
                "QM_JOB_LEASE",
                "PT2S");
        service = RunningService.start(JAR, Traffic.freePort(), List.of(), environment, folder.resolve("log"));
    }

    private String send(String mark, boolean isAtomic) throws IOException, InterruptedException {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(n -> "%s-%d,Rope %d m,%d.5".formatted(mark, n, n, n))
                .collect(Collectors.joining("\n", "sku,name,price\n", "\n"));
        var parts = "--part\r\nContent-Disposition: form-data; name=\"atomic\"\r\n\r\n%s\r\n".formatted(isAtomic)
                + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n"
                + rows + "\r\n--part--\r\n";
        var post = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1/imports/products".formatted(service.port())))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.ofString(parts));
        var answer = HttpClient.newHttpClient().send(post.build(), HttpResponse.BodyHandlers.ofString());
        return Visitor.text(answer.body(), "job_id");
    }

    private static void awaitSucceeded(String job) {
        await("import " + job).atMost(Duration.ofMinutes(3)).until(() -> DATABASE.ask(STATE, job), "succeeded"::equals);
    }

    private static long articles(String mark) throws SQLException {
        return Long.parseLong(DATABASE.ask(VISIBLE, mark).split(" ")[0]);
    }

    private void hit(int n, String calm, String result) throws Exception {
        var moment = MOMENTS.get(KILLS < MOMENTS.size() ? n * MOMENTS.size() / KILLS : n % MOMENTS.size());
        var mark = "FIRE" + n;
        var isAtomic = n % 2 == 1;
        String job;

        try (var held = DATABASE.hold(moment, false)) {
            job = send(mark, isAtomic);
            DATABASE.awaitWhoWaitsFor(held);
            service.kill();
        }

        DATABASE.awaitNoSession();
        assertThat(articles(mark)).as("articles after " + moment).isZero();
        start();
        awaitSucceeded(job);
        assertThat(DATABASE.ask(RESULT, job)).as("counts after " + moment).isEqualTo(result);
        assertThat(DATABASE.ask(VISIBLE, mark)).as("articles after " + moment).isEqualTo(calm);
        assertThat(DATABASE.ask(TOLD, job))
                .as("imports told of after " + moment)
                .isEqualTo("1");
    }

    @Test
    void aKilledImportLeavesNoHalfAndEndsAsAnUndisturbedOne() throws Exception {
        try {
            start();
            var undisturbed = send("CALM", false);
            awaitSucceeded(undisturbed);
            var calm = DATABASE.ask(VISIBLE, "CALM");
            var result = DATABASE.ask(RESULT, undisturbed);

            for (var n = 0; n < KILLS; n++) {
                hit(n, calm, result);
            }

            assertThat(calm).startsWith(ROWS + " " + ROWS + " ").endsWith(" 2500 2500 2500 2500");
        } finally {
            service.close();
        }
    }
}
