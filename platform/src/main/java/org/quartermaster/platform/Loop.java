package org.quartermaster.platform;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A thread of its own that takes turns at one work until it is stopped, and goes on whatever goes wrong. */
public final class Loop {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 10;

    private final Duration shortestPause;
    private final Turn turn;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Semaphore bell = new Semaphore(0);
    private int failures;

    private Loop(String name, Duration shortestPause, Turn turn) {
        this.shortestPause = shortestPause;
        this.turn = turn;
        this.thread = new Thread(this::live, name);
        thread.setDaemon(true);
    }

    /** A part of the work; it may also last as long as the loop {@link #isRunning}. */
    @FunctionalInterface
    public interface Turn {
        /** @throws Exception ends the turn; an unchecked one is a mistake and is logged as such */
        void take(Loop loop) throws Exception;
    }

    /**
     * Starts a loop.
     *
     * @param name of the thread, and in the log
     * @param shortestPause after a failure; it doubles with each further one in a row, up to five seconds
     */
    public static Loop start(String name, Duration shortestPause, Turn turn) {
        var loop = new Loop(name, shortestPause, turn);
        loop.thread.start();
        return loop;
    }

    private void live() {
        while (isRunning()) {
            try {
                turn.take(this);
                well();
            } catch (InterruptedException ended) {
                stop();
            } catch (RuntimeException unexpected) {
                Log.errorf(unexpected, "%s stumbled and goes on", thread.getName());
                pause();
            } catch (Exception away) {
                tell(away);
                pause();
            }
        }
    }

    /** NB: once for all failures in a row, or hours without a server would fill the log. */
    private void tell(Exception away) {
        if (failures == 0) {
            Log.warnf("%s has to wait: %s", thread.getName(), away.getMessage());
        } else {
            Log.debugf("%s still waits: %s", thread.getName(), away.getMessage());
        }
    }

    /** False from the moment that the loop is to end. */
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** Waits after a failure, longer with every one in a row; a ring does not cut it short. */
    public void pause() {
        var millis = shortestPause.toMillis() << Math.min(failures++, MAX_DOUBLINGS);
        try {
            var ignored = stopping.await(Math.min(millis, LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            stop();
        }
    }

    /** Says, within a turn, that the work goes well, so that the next failure is the first one. */
    public void well() {
        failures = 0;
    }

    /** Waits for a ring, for the end, or for so long. */
    public void sleep(Duration longest) throws InterruptedException {
        if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** Ends the sleep at hand, or the next one; from any thread. */
    public void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Takes no further turn; the one at hand comes to its end. */
    public void stop() {
        stopping.countDown();
        ring();
    }

    /** Waits for the end of loops that were stopped, no longer than that for all of them. */
    public static void join(List<Loop> loops, Duration longest) throws InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        for (var loop : loops) {
            loop.thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
    }
}
