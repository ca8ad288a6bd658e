package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** What a workshop looks at, in a tenant of a million machines: as fast as before, or under its bar. One client. */
final class Scale {
    private static final Map<String, String> FLAT = new LinkedHashMap<>();

    static {
        FLAT.put("stats", "/api/v1/equipment/stats");
        FLAT.put("alerts, default page, 2,000 open", "/api/v1/equipment/alerts");
        FLAT.put("list of 50", "/api/v1/equipment?limit=50");
    }

    private static final List<String> WORDS =
            List.of("halden%20pump", "ridgeback%20tractor", "okoro%20drone", "northfield%20sensor");

    private final Run run;
    private final Mass mass;

    Scale(Run run) {
        this.run = run;
        this.mass = new Mass(run.stand());
    }

    void measure() throws SQLException, IOException, InterruptedException {
        mass.alerts();
        var before = new LinkedHashMap<String, Double>();
        FLAT.forEach((what, path) -> before.put(what, run.median(what, n -> path)));
        fill();
        before.forEach((what, few) -> run.report()
                .atMost(
                        what + among() + ", p50",
                        run.median(what, n -> FLAT.get(what)),
                        "ms",
                        "with " + run.machines().size() + " machines",
                        few,
                        2));
        search();
        new Nearest(run).measure();
        range();
        new MinuteTick(run, mass).measure();
        new Memory(run).measure();
    }

    private void fill() throws SQLException {
        var begin = System.nanoTime();
        mass.machines(size().machines());
        mass.samples(size().samples());
        run.report()
                .note("filled with " + size().machines() + " machines and " + size().samples() + " samples in "
                        + Report.number((System.nanoTime() - begin) / 1e9) + " s");
    }

    private Settings.Size size() {
        return run.settings().size();
    }

    private String among() {
        return " among " + size().machines() + " machines";
    }

    private void search() {
        below("list with q, one match", n -> "?q=sc-" + String.format("%08d", machine(n)), 20);
        below("list with q, " + size().machines() / 765 + " matches", n -> "?q=halden%20pump%20m1" + (10 + n % 7), 20);
        below("list with q, " + size().machines() / 45 + " matches", n -> "?q=" + WORDS.get((int) (n % 4)), 20);
    }

    private void below(String what, LongFunction<String> query, double ceiling) {
        var p50 = run.median(what, n -> "/api/v1/equipment" + query.apply(n));
        run.report().below(what + among() + ", p50", p50, "ms", ceiling);
    }

    /** One of the machines, another at each turn. */
    private long machine(long n) {
        return 1 + n * 7_919 % size().machines();
    }

    private void range() {
        var span = Duration.ofDays(Mass.DAYS)
                .multipliedBy(1_000L * Mass.WITH_SAMPLES)
                .dividedBy(size().samples());
        var windows = Duration.ofDays(Mass.DAYS).dividedBy(span);
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(Mass.DAYS));
        var p50 = run.median("range", n -> {
            var from = start.plus(span.multipliedBy(n % windows));
            return "/api/v1/equipment/" + Mass.id(1 + n * 31 % Mass.WITH_SAMPLES) + "/telemetry?limit=1000&from=" + from
                    + "&to=" + from.plus(span);
        });
        run.report().below("range of 1,000 samples among " + size().samples() + ", p50", p50, "ms", 20);
    }
}
