package org.quartermaster.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** How soon the service is there, and what it holds of memory at rest. */
final class Footprint {
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");
    private static final int ROUNDS = 3;
    private static final long REST_MILLIS = 15_000;

    private final Run run;

    Footprint(Run run) {
        this.run = run;
    }

    void measure() throws IOException, InterruptedException {
        var best = Double.MAX_VALUE;
        var memory = 0.0;
        for (var round = 0; round < ROUNDS; round++) {
            try (var service = run.stand().start(List.of())) {
                best = Math.min(best, seconds(service.log()));
                if (round == 0) {
                    Thread.sleep(REST_MILLIS);
                    memory = Machine.residentMegabytes(service.pid());
                }
            }
        }
        run.report().below("start, best of " + ROUNDS, best, "s", 3);
        run.report().below("resident memory after start, at rest", memory, "MB", 300);
    }

    private static double seconds(String log) {
        var found = STARTED.matcher(log);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}
