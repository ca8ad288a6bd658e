package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Samples in batches against COPY of the same rows, the same batches again, and samples one at a time. */
final class Telemetry {
    private static final int PER_BATCH_MACHINES = 100;
    private static final int PER_BATCH_SAMPLES = 10;
    private static final int BATCH = PER_BATCH_MACHINES * PER_BATCH_SAMPLES;
    private static final int SENDERS = 4;

    private final Run run;
    private final int machines;
    private final int rounds;

    Telemetry(Run run) {
        this.run = run;
        this.machines = run.machines().size() / PER_BATCH_MACHINES * PER_BATCH_MACHINES;
        this.rounds = Math.max(1, run.settings().month() / PER_BATCH_SAMPLES);
    }

    void measure() throws SQLException, IOException {
        var groups = machines / PER_BATCH_MACHINES;
        var batches = (long) groups * rounds;
        try (var senders = new Load(SENDERS)) {
            var fresh = Run.good("batches", senders.run(batches, n -> batch(n, groups)));
            var ours = fresh.perSecond() * BATCH;
            var merged = batches * BATCH / new Merge(run.stand()).run((int) batches, SENDERS, n -> rows(n, groups));
            var copy = copy(groups);
            run.report().atLeast("batch telemetry, new samples", ours, "samples/s", 10_000);
            run.report().atLeast("batch telemetry, new samples", ours, "samples/s", "COPY and merge", merged, 0.5);
            run.report().atLeast("batch telemetry, new samples", ours, "samples/s", "COPY alone", copy, 0.5);
            var again = Run.good("batches again", senders.run(batches, n -> batch(n, groups)));
            run.report()
                    .atLeast(
                            "the same batches again, all duplicates",
                            again.perSecond() * BATCH,
                            "samples/s",
                            "new samples",
                            ours,
                            1.0);
        }
        single();
    }

    /** The n-th batch: rounds follow each other in time, groups of machines stand side by side. */
    private Load.Call batch(long n, int groups) {
        var group = (int) (n % groups);
        var round = (int) (n / groups);
        var samples = IntStream.range(0, BATCH)
                .mapToObj(i -> {
                    var machine = group * PER_BATCH_MACHINES + i % PER_BATCH_MACHINES;
                    var sample = run.fleet().sample(machine, round * PER_BATCH_SAMPLES + i / PER_BATCH_MACHINES);
                    return sample.json(run.machines().get(machine));
                })
                .collect(Collectors.joining(",", "[", "]"));
        return run.post("/api/v1/telemetry", n, samples);
    }

    /** The n-th batch of the yardstick: the same samples a second later, so that they are new once more. */
    private String rows(int n, int groups) {
        var rows = new StringBuilder();
        for (var i = 0; i < BATCH; i++) {
            var machine = n % groups * PER_BATCH_MACHINES + i % PER_BATCH_MACHINES;
            var k = n / groups * PER_BATCH_SAMPLES + i / PER_BATCH_MACHINES;
            var sample = run.fleet().sample(machine, k);
            rows.append(String.format(
                    Locale.ROOT,
                    "%s\t%s\t00000000-0000-4000-8000-%012d\t%.2f\t%.2f\t%.6f\t%.6f\t%.1f\tt\n",
                    run.machines().get(machine),
                    sample.at().plusSeconds(1),
                    k,
                    sample.fuel(),
                    sample.hours(),
                    sample.lat(),
                    sample.lon(),
                    4 + sample.fuel() / 20));
        }
        return rows.toString();
    }

    /** The same rows under another tenant, as superuser, because COPY is refused under row-level security. */
    private double copy(int groups) throws SQLException, IOException {
        var rows = new StringBuilder();
        for (var machine = 0; machine < groups * PER_BATCH_MACHINES; machine++) {
            for (var k = 0; k < rounds * PER_BATCH_SAMPLES; k++) {
                var sample = run.fleet().sample(machine, k);
                rows.append(String.format(
                        Locale.ROOT,
                        "copied\t%s\t%s\t00000000-0000-4000-8000-%012d\tdevice\t%.2f\t%.2f\t%.2f\t%.6f\t%.6f\t%.1f\tt\n",
                        run.machines().get(machine),
                        sample.at(),
                        k,
                        sample.fuel(),
                        sample.hours(),
                        sample.hours(),
                        sample.lat(),
                        sample.lon(),
                        4 + sample.fuel() / 20));
            }
        }
        try (var connection = run.stand().superuser();
                var statement = connection.createStatement()) {
            var begin = System.nanoTime();
            var copied = new CopyManager(connection.unwrap(BaseConnection.class))
                    .copyIn("""
                            copy equipment_telemetry (tenant_id, equipment_id, recorded_at, sample_key, source,
                              fuel_percent, hours, total_hours, lat, lon, speed_kmh, engine_on) from stdin
                            """, new java.io.StringReader(rows.toString()));
            var took = (System.nanoTime() - begin) / 1e9;
            statement.execute("delete from equipment_telemetry where tenant_id = 'copied'");
            return copied / took;
        }
    }

    private void single() throws IOException {
        var time = run.settings().measure();
        var place = new AtomicInteger();
        var cores = Runtime.getRuntime().availableProcessors();
        try (var yardstick = Yardstick.start(run.stand())) {
            var warm = run.load().run(time.dividedBy(2), n -> sample(place));
            Run.good("single samples", warm);
            var ours = Run.good("single samples", run.load().run(time, n -> sample(place)));
            run.load().run(Duration.ofSeconds(2), n -> bare(yardstick, place));
            var bare = Run.good("bare samples", run.load().run(time, n -> bare(yardstick, place)));
            run.report().atLeast("single telemetry call, per core", ours.perSecond() / cores, "calls/s", 2_500);
            run.report()
                    .atLeast(
                            "single telemetry call",
                            ours.perSecond(),
                            "calls/s",
                            "bare Vert.x, same statements",
                            bare.perSecond(),
                            0.5);
        }
    }

    private Load.Call sample(AtomicInteger place) {
        var n = place.getAndIncrement();
        var machine = run.machines().get(n % run.machines().size());
        var body = String.format(
                Locale.ROOT, "{\"fuel_percent\":%d}", 30 + n / run.machines().size() % 70);
        return run.post("/api/v1/equipment/" + machine + "/telemetry", n, body);
    }

    private Load.Call bare(Yardstick yardstick, AtomicInteger place) {
        var n = place.getAndIncrement();
        var body = "{\"equipment_id\":\""
                + run.machines().get(n % run.machines().size()) + "\",\"hours\":1.0,\"fuel_percent\":50.0}";
        return Load.Call.post(yardstick.port(), "/sample", null, body);
    }
}
