package org.quartermaster.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** What the sections of a run share. */
record Run(Settings settings, Stand stand, Load load, Fleet fleet, List<String> machines, Report report) {
    static final int CLIENTS = 32;
    private static final Duration WARM = Duration.ofSeconds(2);

    Load.Call get(String path, long n) {
        return Load.Call.get(stand.port(), path, stand.token(n));
    }

    Load.Call post(String path, long n, String body) {
        return Load.Call.post(stand.port(), path, stand.token(n), body);
    }

    /** The median time until one client has its answer, in ms; the n-th path of all is the one for n. */
    double median(String what, LongFunction<String> path) {
        return medianOf(what, n -> get(path.apply(n), n));
    }

    /** As above, of any requests. */
    double medianOf(String what, LongFunction<Load.Call> calls) {
        try (var one = new Load(1)) {
            var warmed = new AtomicLong();
            one.run(WARM, n -> calls.apply(warmed.getAndIncrement()));
            return good(what, one.run(settings.measure(), n -> calls.apply(warmed.get() + n)))
                    .millis(0.5);
        }
    }

    /** Fails the run when an answer was not good: a fast refusal is no speed. */
    static Load.Result good(String what, Load.Result result) {
        if (result.bad() > 0) {
            throw new IllegalStateException(what + ": " + result.bad() + " of " + (result.good() + result.bad())
                    + " requests were not answered with success");
        }
        return result;
    }
}
