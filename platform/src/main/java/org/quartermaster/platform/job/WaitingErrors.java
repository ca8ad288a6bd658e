package org.quartermaster.platform.job;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Errors of a run, one JSON object a line, until they are kept with its next checkpoint. */
final class WaitingErrors {
    private static final int MOST = 1024 * 1024;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private long first;

    /** @param number how many errors the job had before */
    void add(String line, long number) {
        if (isEmpty()) {
            first = number;
        }
        lines.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return lines.size() == 0;
    }

    /** Whether there are more than should wait in memory. */
    boolean isFull() {
        return lines.size() > MOST;
    }

    /** The number of the first of them among all errors of the job. */
    int first() {
        return Math.toIntExact(first);
    }

    /** Gives them, and forgets them. */
    byte[] take() {
        var taken = lines.toByteArray();
        lines.reset();
        return taken;
    }
}
