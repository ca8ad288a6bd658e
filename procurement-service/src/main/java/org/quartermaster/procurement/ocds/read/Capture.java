package org.quartermaster.procurement.ocds.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a value while it is scanned, up to a limit; beyond it they are dropped. */
final class Capture {
    private static final int FIRST_SIZE = 1 << 12;

    private final int limit;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private boolean overflown;

    Capture(int limit) {
        this.limit = limit;
    }

    void add(int value) {
        if (size == limit) {
            overflown = true;
            size = 0;
            bytes = new byte[0];
        }
        if (!overflown) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(limit, size * 2));
            }
            bytes[size++] = (byte) value;
        }
    }

    boolean isOverflown() {
        return overflown;
    }

    int size() {
        return size;
    }

    /** Forgets what came after a size. */
    void cut(int to) {
        size = Math.min(size, to);
    }

    /** The text between the quotes that stand first and last from a place on. */
    String quoted(int from) {
        return overflown ? "" : new String(bytes, from + 1, size - from - 2, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
