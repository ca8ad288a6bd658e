package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;
import org.quartermaster.benchmarks.Market.Export;

/** Whole imports against COPY and the same merge in plain SQL, and imports that have nothing to say. */
final class ImportSpeed {
    private static final int ROUNDS = 3;
    private static final double TIMES = 2;
    private static final double SLACK_SECONDS = 0.5;

    private final Run run;
    private final Imports imports;
    private final PlainImport plain;

    ImportSpeed(Run run) {
        this.run = run;
        this.imports = new Imports(run.stand());
        this.plain = new PlainImport(run.stand());
    }

    /**
     * Both from empty tables, in turns; what counts is the median.
     *
     * @return how long the first load took, in seconds
     */
    double compare(Export... exports) throws IOException, SQLException, InterruptedException {
        var ours = new double[exports.length][ROUNDS];
        var theirs = new double[exports.length][ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            imports.empty(run.stand().name);
            imports.empty(PlainImport.DATABASE);
            for (var i = 0; i < exports.length; i++) {
                theirs[i][round] = theirs(exports[i], round);
                ours[i][round] = ours(exports[i], round);
            }
            plain.requireSame();
        }
        for (var i = 0; i < exports.length; i++) {
            var what = i == 0 ? "import, first load" : "import, a later snapshot with 3 % changed";
            run.report().atMost(what, median(ours[i]), "s", "COPY and merge", median(theirs[i]), TIMES);
        }
        return median(ours[0]);
    }

    private double theirs(Export export, int round) throws IOException, SQLException {
        imports.settle(PlainImport.DATABASE);
        Ask.count(run.stand());
        var seconds = plain.load(export.file(), export.feed().at());
        explain("COPY and merge", seconds, PlainImport.DATABASE, export, round);
        return seconds;
    }

    private double ours(Export export, int round) throws IOException, SQLException, InterruptedException {
        imports.settle(run.stand().name);
        Ask.count(run.stand());
        var before = Machine.cpuSeconds(run.stand().service.pid());
        var done = imports.load(export.file(), Market.SOURCE, export.feed().at());
        var cpu = Machine.cpuSeconds(run.stand().service.pid()) - before;
        var what = "import (upload " + Report.number(done.received()) + " s, processor time of the service "
                + Report.number(cpu) + " s)";
        explain(what, done.seconds(), run.stand().name, export, round);
        return done.seconds();
    }

    /** Where the time of the last round went, as the server counted it; COPY waits for its sender, too. */
    private void explain(String what, double seconds, String database, Export export, int round) throws SQLException {
        if (round == ROUNDS - 1) {
            var text = new StringBuilder(what + " of snapshot " + export.feed().snapshot() + ": ");
            text.append(Report.number(seconds)).append(" s, of it");
            Ask.spent(run.stand(), database).forEach((statement, spent) -> text.append("; ")
                    .append(Report.number(spent))
                    .append(" s ")
                    .append(statement));
            run.report().note(text.toString());
        }
    }

    /** The same bytes once more. */
    void again(Export export) throws IOException, SQLException, InterruptedException {
        var hashing = hashing(export.file());
        imports.settle(run.stand().name);
        var before = Ask.written(run.stand());
        var done = imports.load(export.file(), Market.SOURCE, export.feed().at());
        var written = new TreeMap<String, Double>();
        Ask.written(run.stand()).forEach((table, rows) -> {
            if (rows > before.getOrDefault(table, 0.0)) {
                written.put(table, rows - before.getOrDefault(table, 0.0));
            }
        });
        if (!written.isEmpty()) {
            run.report().note("written by the same bytes again: " + written);
        }
        run.report()
                .below(
                        "the same bytes again: rows written in all tables",
                        written.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        "rows",
                        1);
        run.report()
                .below(
                        "the same bytes again (hashing alone " + Report.number(hashing) + " s)",
                        done.seconds(),
                        "s",
                        hashing + SLACK_SECONDS);
    }

    /** The same lots six hours later under other running numbers. */
    void renumbered(Feed feed, double firstLoad) throws IOException, SQLException, InterruptedException {
        var other = new Feed(feed.rows(), feed.seed(), feed.snapshot(), feed.rows() + 1);
        var file = other.write(run.stand().folder.resolve("renumbered.csv"));
        imports.settle(run.stand().name);
        var before = Ask.locked(run.stand());
        Ask.count(run.stand());
        var done = imports.load(file, Market.SOURCE, feed.at().plus(Duration.ofHours(6)));
        explain("nothing changed", done.seconds(), run.stand().name, new Export(other, file), ROUNDS - 1);
        var isUntouched = before.equals(Ask.locked(run.stand())) && done.count("unchanged") == feed.rows();
        run.report()
                .below(
                        "a snapshot with nothing changed: whether a lot or vehicle was written or locked",
                        isUntouched ? 0 : 1,
                        "(1: yes)",
                        1);
        run.report().atMost("a snapshot with nothing changed", done.seconds(), "s", "first load", firstLoad, 0.5);
        Files.delete(file);
    }

    /** How long SHA-256 of a file takes, in seconds: the best of three. */
    private static double hashing(Path file) throws IOException {
        var best = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var begin = System.nanoTime();
            hash(file);
            best = Math.min(best, Imports.since(begin));
        }
        return best;
    }

    private static void hash(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var piece = new byte[1 << 16];
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            digest.digest();
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
