package org.quartermaster.system.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.quartermaster.system.Platform;

/** Several clients of services, which write until they are told to end. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 2;
    private final List<Writer> writers = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Duration pace;

    private Load(Duration pace) {
        this.pace = pace;
    }

    /** @param pace between the writes of one client; procurement's trail, which takes one event at a time, is to keep up */
    static Load start(Platform platform, Random random, Duration pace, Resource... resources) {
        var load = new Load(pace);
        for (var resource : resources) {
            for (var n = 0; n < CLIENTS; n++) {
                load.writers.add(new Writer(platform, resource, n, new Random(random.nextLong())));
            }
        }
        load.writers.forEach(writer -> load.running.add(load.threads.submit(() -> load.write(writer))));
        return load;
    }

    private Void write(Writer writer) throws InterruptedException {
        while (!over.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
            writer.write();
        }
        return null;
    }

    List<Writer> writers() {
        return writers;
    }

    int acknowledged() {
        return writers.stream().mapToInt(Writer::acknowledged).sum();
    }

    /** Lets every client hear its last answer; fails when one was answered what it should not be. */
    void end() throws InterruptedException, ExecutionException {
        over.countDown();
        for (var writer : running) {
            writer.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
