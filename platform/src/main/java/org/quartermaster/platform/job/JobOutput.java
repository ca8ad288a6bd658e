package org.quartermaster.platform.job;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** The output of a job as one stream, kept in pieces as it comes. */
final class JobOutput extends OutputStream {
    static final int PIECE = 256 * 1024;

    private final Consumer<byte[]> pieces;
    private final byte[] buffer = new byte[PIECE];
    private int filled;

    JobOutput(Consumer<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        var from = offset;
        while (from < offset + length) {
            var count = Math.min(offset + length - from, PIECE - filled);
            System.arraycopy(source, from, buffer, filled, count);
            filled += count;
            from += count;
            if (filled == PIECE) {
                flush();
            }
        }
    }

    @Override
    public void flush() {
        if (filled > 0) {
            pieces.accept(Arrays.copyOf(buffer, filled));
            filled = 0;
        }
    }
}
