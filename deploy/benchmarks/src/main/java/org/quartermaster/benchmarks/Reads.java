package org.quartermaster.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongFunction;

/** One machine by its id, and the list of 50, against the bare server with the same SQL. */
final class Reads {
    private static final double SHARE = 0.5;
    private static final int ROUNDS = 3;

    private final Run run;

    Reads(Run run) {
        this.run = run;
    }

    void measure() throws IOException {
        try (var yardstick = Yardstick.start(run.stand())) {
            compare(
                    "GET one machine (1,000 tokens in turn, row-level security)",
                    n -> run.get("/api/v1/equipment/" + machine(n), n),
                    n -> Load.Call.get(yardstick.port(), "/one?id=" + machine(n), null));
            compare(
                    "GET list of 50 machines",
                    n -> run.get("/api/v1/equipment?limit=50", n),
                    n -> Load.Call.get(yardstick.port(), "/list", null));
        }
    }

    private String machine(long n) {
        return run.machines().get((int) ((n * 7919) % run.machines().size()));
    }

    /** NB: in turns, so that a slow minute of the machine falls on both. */
    private void compare(String what, LongFunction<Load.Call> ours, LongFunction<Load.Call> theirs) {
        var time = run.settings().measure();
        Run.good(what, run.load().run(time, ours));
        Run.good(what, run.load().run(Duration.ofSeconds(3), theirs));
        double service = 0;
        double bare = 0;
        for (var round = 0; round < ROUNDS; round++) {
            service += Run.good(what, run.load().run(time.dividedBy(2), ours)).perSecond();
            bare += Run.good(what, run.load().run(time.dividedBy(2), theirs)).perSecond();
        }
        run.report().atLeast(what, service / ROUNDS, "requests/s", "bare Vert.x", bare / ROUNDS, SHARE);
    }
}
