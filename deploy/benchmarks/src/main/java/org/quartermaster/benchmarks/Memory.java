package org.quartermaster.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether memory stays what it is when batches, imports and exports grow tenfold. */
final class Memory {
    /** How much more counts as none: the collector lets the heap breathe. */
    static final double FLAT = 1.25;

    private static final int EVERY_MILLIS = 20;

    private final Run run;
    private final Api api;
    private int turn;

    Memory(Run run) {
        this.run = run;
        this.api = new Api(run.stand());
    }

    /** Something of a given size. */
    interface Work {
        void run(int size) throws Exception;
    }

    /** Something that is measured while it runs. */
    interface Step {
        void run() throws Exception;
    }

    void measure() {
        var exported = run.settings().size().machines() / 9;
        compare("batch of samples", 40_000, 400_000, this::batch);
        compare("export of machines", exported / 10, exported, this::export);
        compare("import of machines", 10_000, 100_000, this::imported);
    }

    /** NB: as many of them in small parts, because the heap grows to what a load of that length wants anyway. */
    private void compare(String what, int few, int many, Work work) {
        var little = peak(() -> {
            for (var part = 0; part < many / few; part++) {
                work.run(few);
            }
        });
        var much = peak(() -> work.run(many));
        run.report().atMost("peak resident memory, " + what + ", " + many, much, "MB", few + " each,", little, FLAT);
    }

    /** The most that the service held in memory while something ran, in MB. */
    double peak(Step step) {
        var ended = new AtomicBoolean();
        var most = new double[1];
        var watch = new Thread(() -> {
            while (!ended.get()) {
                most[0] = Math.max(
                        most[0], Machine.residentMegabytes(run.stand().service.pid()));
                pause();
            }
        });
        watch.start();
        try {
            step.run();
            return most[0];
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            ended.set(true);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void batch(int samples) throws Exception {
        var from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(24 - turn++));
        var lines = new StringBuilder();
        for (var i = 0; i < samples; i++) {
            var machine = i % run.machines().size();
            lines.append("{\"equipment_id\":\"")
                    .append(run.machines().get(machine))
                    .append("\",\"recorded_at\":\"")
                    .append(from.plusSeconds(60L * (i / run.machines().size())))
                    .append("\",\"fuel_percent\":")
                    .append(30 + i % 70)
                    .append("}\n");
        }
        var answer = api.post("/api/v1/telemetry", "application/x-ndjson", lines.toString());
        if (answer.getInteger("accepted") != samples) {
            throw new IllegalStateException("accepted " + answer.getInteger("accepted") + " of " + samples);
        }
    }

    private void imported(int rows) throws Exception {
        var file = new StringBuilder("name,equipment_type,brand,serial_number,year\n");
        turn++;
        for (var n = 0; n < rows; n++) {
            file.append(String.format(Locale.ROOT, "Imported %d,pump,Halden,IM-%d-%06d,2020\n", n, turn, n));
        }
        var job = "/api/v1/jobs/"
                + api.post("/api/v1/equipment/import", "text/csv", file.toString())
                        .getString("job_id");
        var state = "queued";
        while (state.equals("queued") || state.equals("running")) {
            Thread.sleep(200);
            state = api.get(job).getString("state");
        }
        if (!state.equals("succeeded")) {
            throw new IllegalStateException("the import " + state + ": " + api.get(job));
        }
    }

    /** The machines of one of nine types, or those of them that are in maintenance, a tenth. */
    private void export(int machines) throws Exception {
        var all = machines > run.settings().size().machines() / 20;
        api.drain("/api/v1/equipment/export?equipment_type=pump" + (all ? "" : "&status=maintenance"));
    }
}
