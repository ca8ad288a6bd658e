package org.quartermaster.benchmarks;

import java.time.Duration;
import java.util.Arrays;

/** How long single steps took that one client does one after the other; the first ones only warm up. */
final class Latencies {
    private static final int WARM = 20;

    private final long begin = System.nanoTime();
    private long[] nanos = new long[1_000];
    private int count;

    /** Whether the time is not over, or there are too few to tell anything. */
    boolean goOn(Duration time) {
        return count < 2 * WARM || System.nanoTime() - begin < time.toNanos();
    }

    void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = took;
    }

    int count() {
        return count;
    }

    double medianMillis() {
        var sorted = Arrays.copyOfRange(nanos, WARM, count);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
