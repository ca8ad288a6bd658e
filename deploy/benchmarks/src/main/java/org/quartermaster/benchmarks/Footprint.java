package org.quartermaster.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.local.ClassArchive;

/** How soon the service is there, and what it holds of memory at rest. */
final class Footprint {
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");
    private static final int ROUNDS = 3;
    private static final long REST_MILLIS = 30_000;

    private final Run run;

    Footprint(Run run) {
        this.run = run;
    }

    void measure() throws IOException, InterruptedException {
        ClassArchive.of(run.stand().jar()).delete();
        run.report().below("start, best of " + ROUNDS, start(), "s", 3);
        run.stand().startArchiving().close();
        run.report().below("start with an archive of its classes, best of " + ROUNDS, start(), "s", 1.5);
        try (var service = run.stand().start(List.of())) {
            Thread.sleep(REST_MILLIS);
            run.report()
                    .below("resident memory after start, at rest", Machine.residentMegabytes(service.pid()), "MB", 300);
        }
    }

    private double start() throws IOException {
        var best = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            try (var service = run.stand().start(List.of())) {
                best = Math.min(best, seconds(service.log()));
            }
        }
        return best;
    }

    private static double seconds(String log) {
        var found = STARTED.matcher(log);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}
