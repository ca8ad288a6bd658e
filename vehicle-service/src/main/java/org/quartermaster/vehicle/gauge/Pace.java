package org.quartermaster.vehicle.gauge;

import java.util.concurrent.TimeUnit;

/** Lets a reading of the database that takes long wait long for the next one, so that it never keeps a server busy. */
public final class Pace {
    /** A reading takes at most this part of the time. */
    private static final int PART = 100;

    private long notBefore = System.nanoTime();

    /** A reading of the database. */
    @FunctionalInterface
    public interface Reading<E extends Exception> {
        void run() throws E;
    }

    /** Reads, unless the last reading was too long for it to be time again. */
    public <E extends Exception> void run(Reading<E> reading) throws E {
        var begin = System.nanoTime();
        if (begin - notBefore < 0) {
            return;
        }
        try {
            reading.run();
        } finally {
            var end = System.nanoTime();
            notBefore = end + Math.min((end - begin) * PART, TimeUnit.HOURS.toNanos(1));
        }
    }
}
