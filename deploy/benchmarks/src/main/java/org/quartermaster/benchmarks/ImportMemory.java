package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

/** What the service holds of memory while it imports, each time in a process of its own, and whether size matters. */
final class ImportMemory {
    private static final int PARTS = 10;
    private static final double FLAT = 1.1;
    private static final double ABOVE_REST = 150;
    private static final long REST_MILLIS = 15_000;

    private final Run run;
    private final Imports imports;

    ImportMemory(Run run) {
        this.run = run;
        this.imports = new Imports(run.stand());
    }

    /** NB: ten of the small files, because the heap grows to what a load of some length wants anyway. */
    void measure(int few, int many) throws IOException, SQLException, InterruptedException {
        var little = peak("import of " + PARTS + " files of " + few + " rows", few, PARTS);
        var much = peak("import of " + many + " rows", many, 1);
        run.report()
                .atMost(
                        "peak resident memory, import of " + many + " rows",
                        much,
                        "MB",
                        PARTS + " files of " + few,
                        little,
                        FLAT);
    }

    private double peak(String what, int rows, int files) throws IOException, SQLException, InterruptedException {
        imports.empty(run.stand().name);
        imports.settle(run.stand().name);
        run.stand().restart();
        Thread.sleep(REST_MILLIS);
        var rest = Machine.residentMegabytes(run.stand().service.pid());
        var most = 0.0;
        for (var n = 0; n < files; n++) {
            var feed = new Feed(rows, 100L + n, 0, 1);
            var file = feed.write(run.stand().folder.resolve("memory.csv"));
            var source = files == 1 ? Market.SOURCE : "part-" + n;
            most = Math.max(most, new Memory(run).peak(() -> {
                        var done = imports.load(file, source, feed.at());
                        run.report().note(what + ": " + Report.number(done.seconds()) + " s");
                    }));
            Files.delete(file);
        }
        run.report().below("resident memory above rest, " + what, most - rest, "MB", ABOVE_REST);
        return most;
    }
}
