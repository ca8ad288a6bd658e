package org.quartermaster.benchmarks;

import java.time.Duration;
import java.util.stream.IntStream;

/** The yardstick of logins: prints the median of one hash in ms, and how many a second all cores together make. */
public final class Hashing {
    private static final int WARM = 50;

    private Hashing() {}

    /** Argument: for how many seconds. */
    public static void main(String... arguments) throws InterruptedException {
        var time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        IntStream.range(0, WARM).forEach(n -> SignIn.hash());
        System.out.println(hashes(time).medianMillis());
        System.out.println(together(time));
    }

    private static Latencies hashes(Duration time) {
        var took = new Latencies();
        while (took.goOn(time)) {
            var begin = System.nanoTime();
            SignIn.hash();
            took.add(System.nanoTime() - begin);
        }
        return took;
    }

    private static double together(Duration time) throws InterruptedException {
        var cores = Runtime.getRuntime().availableProcessors();
        var counts = new int[cores];
        var threads = IntStream.range(0, cores)
                .mapToObj(core -> new Thread(() -> counts[core] = hashes(time).count()))
                .toList();
        var begin = System.nanoTime();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        return IntStream.of(counts).sum() / Imports.since(begin);
    }
}
