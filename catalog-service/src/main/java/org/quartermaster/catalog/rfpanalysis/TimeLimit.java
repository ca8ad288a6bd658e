package org.quartermaster.catalog.rfpanalysis;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The time that a document may take. NB: no thread can be ended from outside, so one that is late is left alone. */
final class TimeLimit {
    private final long end;

    TimeLimit(Duration most) {
        this.end = System.nanoTime() + most.toNanos();
    }

    void check() throws TimeoutException {
        if (System.nanoTime() - end > 0) {
            throw new TimeoutException();
        }
    }

    /** Does the work on a thread of its own, so that what a broken file does to a reader does not reach this one. */
    <T> T run(Callable<T> work) throws TimeoutException, ExecutionException, InterruptedException {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, "rfp-reading");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw late;
        }
    }
}
