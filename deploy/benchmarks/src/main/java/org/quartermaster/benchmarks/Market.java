package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The auction market of vehicle-service: imports against plain SQL, their memory, and the card of a VIN meanwhile. */
final class Market {
    static final String SOURCE = "copart";

    private final Run run;

    Market(Run run) {
        this.run = run;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var first = new Feed(run.settings().size().rows(), 1, 0, 1);
        var later = new Feed(first.rows(), 1, 1, 1);
        var folder = run.stand().folder;
        var firstFile = first.write(folder.resolve("first.csv"));
        var laterFile = later.write(folder.resolve("later.csv"));
        run.report().note("feed of " + first.rows() + " rows, " + Report.number(Files.size(firstFile) / 1e6) + " MB");
        run.stand().copyDatabase(PlainImport.DATABASE);
        var speed = new ImportSpeed(run);
        var took = speed.compare(new Export(first, firstFile), new Export(later, laterFile));
        speed.again(new Export(later, laterFile));
        speed.renumbered(later, took);
        new Cards(run).measure(later);
        new ImportMemory(run).measure(first.rows() / 10, first.rows());
    }

    /** An export and the file that it stands in. */
    record Export(Feed feed, Path file) {}
}
