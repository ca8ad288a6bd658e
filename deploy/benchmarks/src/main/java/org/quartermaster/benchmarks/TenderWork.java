package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is done with tenders: dry runs of alerts, questions, digests. */
final class TenderWork {
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final long LOOK_MILLIS = 100;
    private static final double DRY_RUN_SECONDS = 2;
    private static final double QUESTION_MILLIS = 300;
    private static final double DIGESTS_SECONDS = 300;
    private static final int RARE = 400;

    private final Run run;
    private final TenderMass mass;
    private final Api api;

    TenderWork(Run run, TenderMass mass) {
        this.run = run;
        this.mass = mass;
        this.api = new Api(run.stand());
    }

    /** NB: half as many tenders, as many passages and a tenth as many readers as there are releases. */
    void measure() throws IOException, SQLException, InterruptedException {
        var size = run.settings().size().releases();
        mass.tenders(size);
        mass.passages(size);
        questions(size);
        mass.execute(
                "delete from procurement.tenders where tender_id > 'mass-" + String.format("%08d", size / 2) + "'");
        mass.changes();
        dryRun(size / 2);
        digests(size / 10);
    }

    private void questions(int passages) {
        var p50 = run.medianOf("question", n -> run.post("/api/v1/questions", n, question(n)));
        run.report().below("question among " + passages + " passages, p50", p50, "ms", QUESTION_MILLIS);
    }

    /** Six words, from common ones to rare ones. */
    private static String question(long n) {
        var words = IntStream.range(0, 6)
                .mapToObj(place -> Vocabulary.word((int) (n % 50 + place * (long) RARE)))
                .collect(Collectors.joining(" "));
        return new JsonObject().put("question", "What of " + words + "?").encode();
    }

    private void dryRun(int tenders) {
        var p50 = run.medianOf("dry run", n -> run.post("/api/v1/alerts/preview", n, criteria(n)));
        run.report().below("dry run over " + tenders + " tenders, p50", p50 / 1e3, "s", DRY_RUN_SECONDS);
    }

    private static String criteria(long n) {
        return """
                {"criteria": {"keywords": {"any": ["%s", "%s"]}, "cpv": {"any": ["45", "33"]},
                  "value": {"min": 10000, "currency": "EUR"}, "unknown": "include"}, "days": 30}
                """.formatted(Vocabulary.word((int) (n % 100)), Vocabulary.word(500 + (int) (n % 100)));
    }

    private void digests(int users) throws SQLException, IOException, InterruptedException {
        mass.notices(users);
        var begin = System.nanoTime();
        var job = api.post("/api/v1/admin/digests/run", "application/json", "{\"frequency\": \"daily\"}")
                .getString("job_id");
        var shown = api.get("/api/v1/jobs/" + job);
        while (OPEN.contains(shown.getString("state"))) {
            Thread.sleep(LOOK_MILLIS);
            shown = api.get("/api/v1/jobs/" + job);
        }
        var sent = mass.number("select count(*) from procurement.digests where sent_at is not null");
        if (sent != users) {
            throw new IllegalStateException(sent + " digests of " + users + ": " + shown.encode());
        }
        run.report().below("digest of " + users + " users", Imports.since(begin), "s", DIGESTS_SECONDS);
    }
}
