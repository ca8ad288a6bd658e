package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;

/** An import of OCDS releases against COPY and the same merge in plain SQL, and what checking the schema alone takes. */
final class ReleaseImport {
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final long LOOK_MILLIS = 50;
    private static final int ROUNDS = 3;
    private static final double TIMES = 2;

    private final Run run;
    private final Api api;
    private final PlainReleases plain;

    ReleaseImport(Run run) {
        this.run = run;
        this.api = new Api(run.stand());
        this.plain = new PlainReleases(run.stand());
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var releases = new Releases(run.settings().size().releases(), 1);
        var file = releases.write(run.stand().folder.resolve("releases.jsonl"));
        run.report()
                .note("file of " + releases.count() + " releases, " + Report.number(Files.size(file) / 1e6) + " MB");
        run.stand().copyDatabase(PlainReleases.DATABASE);
        var ours = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            empty(run.stand().name);
            empty(PlainReleases.DATABASE);
            theirs[round] = plain.load(file);
            ours[round] = load(file, round == ROUNDS - 1);
            plain.requireSame();
        }
        run.report()
                .atMost(
                        "import of " + releases.count() + " releases",
                        median(ours),
                        "s",
                        "COPY and merge",
                        median(theirs),
                        TIMES);
        checkSchema(file, median(theirs));
        Files.delete(file);
    }

    private void checkSchema(Path file, double yardstick) throws IOException, InterruptedException {
        var seconds = new InService(run.stand()).run(SchemaChecking.class, file).get(0);
        run.report().atMost("their schema checked, on all cores", seconds, "s", "COPY and merge", yardstick, 1);
    }

    private double load(Path file, boolean isTold) throws IOException, SQLException, InterruptedException {
        Ask.count(run.stand());
        var cpu = Machine.cpuSeconds(run.stand().service.pid());
        var begin = System.nanoTime();
        var job = api.upload("/api/v1/ocds/imports?source=" + TenderMass.SOURCE, "application/x-ndjson", file)
                .getString("job_id");
        var shown = api.get("/api/v1/jobs/" + job);
        while (OPEN.contains(shown.getString("state"))) {
            Thread.sleep(LOOK_MILLIS);
            shown = api.get("/api/v1/jobs/" + job);
        }
        var seconds = Imports.since(begin);
        if (!shown.getString("state").equals("succeeded")) {
            throw new IllegalStateException("the import ended badly: " + shown.encode());
        }
        if (isTold) {
            explain(seconds, Machine.cpuSeconds(run.stand().service.pid()) - cpu);
        }
        return seconds;
    }

    private void explain(double seconds, double cpu) throws SQLException {
        var text = new StringBuilder("import: " + Report.number(seconds) + " s, processor time of the service "
                + Report.number(cpu) + " s, of it");
        Ask.spent(run.stand(), run.stand().name).forEach((statement, spent) -> text.append("; ")
                .append(Report.number(spent))
                .append(" s ")
                .append(statement));
        run.report().note(text.toString());
    }

    private void empty(String database) throws SQLException, IOException {
        try (var connection = run.stand().connect(database, "postgres");
                var statement = connection.createStatement()) {
            for (var sql : new String[] {TenderMass.sql("empty.sql"), "vacuum (freeze, analyze)", "checkpoint"}) {
                statement.execute(sql);
            }
        }
    }

    private static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
