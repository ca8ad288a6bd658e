package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/** Imports of articles against COPY and one merge in plain SQL, the same file again, and what they hold of memory. */
final class ListImport {
    private static final double TIMES = 2;
    private static final double TIMES_AGAIN = 1.2;
    private static final double FLAT = 1.1;
    private static final int PARTS = 10;
    private static final long REST_MILLIS = 15_000;
    private static final String BOUNDARY = "quartermaster-benchmark";

    private final Run run;
    private final Stand stand;
    private final PlainList plain;
    private final Api api;

    ListImport(Run run) {
        this.run = run;
        this.stand = run.stand();
        this.plain = new PlainList(stand);
        this.api = new Api(stand);
    }

    /** @param rounds of which the median counts, each from empty tables */
    void measure(int rows, int rounds) throws IOException, SQLException, InterruptedException {
        var list = new SupplierList(rows);
        var file = list.write(stand.folder.resolve("list.csv"));
        var form = list.writeForm(stand.folder.resolve("list.form"), BOUNDARY);
        stand.execute("drop database if exists " + PlainList.DATABASE);
        empty(stand.name);
        stand.copyDatabase(PlainList.DATABASE);
        var theirs = new double[rounds];
        var first = new double[rounds];
        var again = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            empty(PlainList.DATABASE);
            theirs[round] = plain.load(file);
            empty(stand.name);
            first[round] = load(form, "created", rows, round == rounds - 1);
            plain.requireSame();
            again[round] = load(form, "unchanged", rows, round == rounds - 1);
        }
        var what = "import of " + rows + " articles";
        run.report().atMost(what, median(first), "s", "COPY and merge", median(theirs), TIMES);
        run.report().atMost(what + ", unchanged", median(again), "s", "the first time", median(first), TIMES_AGAIN);
        Files.delete(file);
        Files.delete(form);
    }

    /** NB: ten of the small files, because the heap grows to what an import of some length wants anyway. */
    void memory(int rows) throws IOException, SQLException, InterruptedException {
        var little = peak(rows / PARTS, PARTS);
        var much = peak(rows, 1);
        run.report()
                .atMost(
                        "resident memory, import of " + rows + " articles",
                        much,
                        "MB",
                        PARTS + " files of " + rows / PARTS,
                        little,
                        FLAT);
    }

    private double peak(int rows, int files) throws IOException, SQLException, InterruptedException {
        empty(stand.name);
        stand.restart();
        Thread.sleep(REST_MILLIS);
        var rest = Machine.residentMegabytes(stand.service.pid());
        var form = new SupplierList(rows).writeForm(stand.folder.resolve("memory.form"), BOUNDARY);
        var most = new Memory(run).peak(() -> {
            for (var n = 0; n < files; n++) {
                load(form, n == 0 ? "created" : "unchanged", rows, false);
            }
        });
        Files.delete(form);
        run.report()
                .note("resident memory above rest, " + files + " imports of " + rows + " articles: "
                        + Report.number(most - rest) + " MB");
        return most;
    }

    /** How long the import took in seconds; fails unless each row ended as it should. */
    private double load(Path form, String end, int rows, boolean isTold)
            throws IOException, SQLException, InterruptedException {
        Ask.count(stand);
        var cpu = Machine.cpuSeconds(stand.service.pid());
        var begin = System.nanoTime();
        var type = "multipart/form-data; boundary=" + BOUNDARY;
        var job = api.done(api.upload("/api/v1/imports/products", type, form));
        var seconds = Imports.since(begin);
        requireAll(job.getJsonObject("result"), end, rows);
        if (isTold) {
            explain(end, seconds, Machine.cpuSeconds(stand.service.pid()) - cpu);
        }
        return seconds;
    }

    private static void requireAll(JsonObject result, String end, int rows) {
        if (result.getInteger(end) != rows) {
            throw new IllegalStateException("not all of " + rows + " rows were " + end + ": " + result.encode());
        }
    }

    private void explain(String end, double seconds, double cpu) throws SQLException {
        var text = new StringBuilder("import, all " + end + ": " + Report.number(seconds)
                + " s, processor time of the service " + Report.number(cpu) + " s; in the database");
        Ask.spent(stand, stand.name).forEach((statement, spent) -> text.append("; ")
                .append(Report.number(spent))
                .append(" s ")
                .append(statement));
        run.report().note(text.toString());
    }

    /** Brands and categories alone are there. */
    private void empty(String database) throws SQLException, IOException {
        try (var connection = stand.connect(database, "postgres")) {
            for (var sql : new String[] {
                ProductMass.sql("empty.sql"),
                "reset session_replication_role",
                ProductMass.sql("shop.sql").formatted(Stand.TENANT),
                "vacuum (freeze, analyze)",
                "checkpoint"
            }) {
                Stand.execute(connection, sql);
            }
        }
    }

    private static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
