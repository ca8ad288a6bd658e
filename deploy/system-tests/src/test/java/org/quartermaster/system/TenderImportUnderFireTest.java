package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.local.LocalServers;
import org.quartermaster.local.RunningService;

/**
 * Imports of releases while the packaged service is killed (SIGKILL), at moments spread over COPY and merge: a lock on a
 * table holds the load where it is to be hit. The profile {@code faults} kills at each moment.
 */
class TenderImportUnderFireTest {
    private static final Path JAR = Path.of("../../procurement-service/target/quarkus-app/quarkus-run.jar");
    private static final ServiceDatabase DATABASE = new ServiceDatabase("procurement");
    private static final int KILLS = Integer.getInteger("kills");
    private static final int TENDERS = 1_500;

    /** What is visible of an import, without what differs from one to the other. */
    private static final String VISIBLE = """
            with mark as (select concat('ocds-', cast(? as text), '-%') as ocids)
            select concat_ws(' ',
              (select md5(string_agg(concat(status, material_version, closing_date, title), '|' order by tender_id))
                from procurement.tenders, mark where ocid like ocids),
              (select count(*) from procurement.ocds_releases, mark where ocid like ocids),
              (select count(*) from procurement.ocds_processes, mark where ocid like ocids),
              (select count(*) || ' ' || count(distinct tender_id) from procurement.tender_changes, mark
                where tender_id like ocids),
              (select count(*) || ' ' || count(distinct entity_id) from platform.outbox, mark where entity_id like ocids))
            """;

    private static final String STATE = "select state from platform.job where job_id = ?";
    private static final String RESULT = "select cast(result as text) from procurement.ocds_imports where job_id = ?";
    private static final String TOLD =
            "select count(*) from platform.outbox where entity = 'ocds_import' and entity_id = ?";

    /** Moments in their order; all but the first are those when a table is written. */
    private static final List<String> MOMENTS = List.of(
            "copying",
            "procurement.ocds_releases",
            "procurement.entities",
            "procurement.ocds_processes",
            "procurement.tenders",
            "procurement.tender_lots",
            "procurement.tender_changes",
            "procurement.ocds_import_issues",
            "platform.outbox");

    @TempDir
    Path folder;

    private final int port;
    private final Visitor operator;
    private RunningService service;

    TenderImportUnderFireTest() throws IOException {
        port = Traffic.freePort();
        operator = new Visitor(port, "fire" + UUID.randomUUID() + "@example.com");
    }

    private void start() throws IOException {
        assertThat(JAR).as("the packaged service; run mvn verify").exists();
        var environment = new HashMap<String, String>();
        environment.put("QM_DB_URL", LocalServers.databaseUrl("procurement"));
        environment.put("NATS_URL", LocalServers.natsUrl());
        environment.put("QM_AUTH", "required");
        environment.put("QM_PUBLIC_URL", "http://localhost:" + port);
        environment.put("QM_KEY_ENCRYPTION_KEY", "A".repeat(43) + "=");
        environment.put("QM_BILLING_WEBHOOK_SECRET", "whsec_of_the_tests");
        environment.put("QM_MAIL_DIRECTORY", folder.resolve("mail").toString());
        environment.put("QM_LOCAL_PAGES", "true");
        environment.put("QM_JOB_LEASE", "PT2S");
        environment.put("QM_PROCUREMENT_SPOOL_DIR", folder.resolve("spool").toString());
        service = RunningService.start(JAR, port, List.of(), environment, folder.resolve("log"));
    }

    /** Two releases of each tender, the second of which moves its deadline; one line has no ocid. */
    private static String releases(String mark) {
        var line = """
                {"ocid": "ocds-%1$s-%2$s", "id": "%3$s", "date": "2026-03-0%3$sT10:00:00Z", "tag": ["tender"], \
                "initiationType": "tender", "buyer": {"id": "MK-%1$s", "name": "Town %1$s"}, \
                "tender": {"id": "1", "title": "Road %2$s", "status": "active", \
                "lots": [{"id": "1", "title": "All"}], "tenderPeriod": {"endDate": "2099-0%3$s-01T12:00:00Z"}}}""";
        return IntStream.range(0, TENDERS)
                        .boxed()
                        .flatMap(n -> IntStream.of(1, 2).mapToObj(id -> line.formatted(mark, n, id)))
                        .collect(Collectors.joining("\n"))
                + "\n{\"id\": \"lost\"}\n";
    }

    private String send(String mark) throws IOException, InterruptedException {
        return Visitor.text(operator.post("ocds/imports?source=" + mark, releases(mark), 202), "job_id");
    }

    private static void awaitSucceeded(String job) {
        await("import " + job).atMost(Duration.ofMinutes(3)).until(() -> DATABASE.ask(STATE, job), "succeeded"::equals);
    }

    /** Kills the service at the moment; the job that is then under way. */
    private String killAt(String moment, String mark) throws Exception {
        if (moment.equals("copying")) {
            var job = send(mark);
            DATABASE.awaitStatement("copy staged%", false);
            service.kill();
            return job;
        }
        try (var held = DATABASE.hold(moment, false)) {
            var job = send(mark);
            DATABASE.awaitStatement(statement(moment), true);
            service.kill();
            return job;
        }
    }

    /** NB: the parts of a tender are taken away before they are written. */
    private static String statement(String table) {
        return (table.equals("procurement.tender_lots") ? "delete from " : "%insert into ") + table + " %";
    }

    private void hit(int n, String calm, String result) throws Exception {
        var moment = MOMENTS.get(KILLS < MOMENTS.size() ? n * MOMENTS.size() / KILLS : n % MOMENTS.size());
        var mark = "fire" + n;
        var before = DATABASE.ask(VISIBLE, mark);

        var job = killAt(moment, mark);

        DATABASE.awaitNoSession();
        if (!DATABASE.ask(STATE, job).equals("succeeded")) {
            assertThat(DATABASE.ask(VISIBLE, mark))
                    .as("what is visible after " + moment)
                    .isEqualTo(before);
        }
        start();
        awaitSucceeded(job);
        assertThat(DATABASE.ask(RESULT, job)).as("counts after " + moment).isEqualTo(result);
        assertThat(DATABASE.ask(VISIBLE, mark)).as("tenders after " + moment).isEqualTo(calm);
        assertThat(DATABASE.ask(TOLD, job))
                .as("imports told of after " + moment)
                .isEqualTo("1");
    }

    @Test
    void aKilledImportLeavesNothingAndEndsAsAnUndisturbedOne() throws Exception {
        try {
            start();
            operator.register(null);
            operator.runTheInstallation();
            var undisturbed = send("calm");
            awaitSucceeded(undisturbed);
            var calm = DATABASE.ask(VISIBLE, "calm");
            var result = DATABASE.ask(RESULT, undisturbed);

            for (var n = 0; n < KILLS; n++) {
                hit(n, calm, result);
            }

            assertThat(calm).endsWith(" 3000 1500 1500 1500 1500 1500");
        } finally {
            service.close();
        }
    }
}
