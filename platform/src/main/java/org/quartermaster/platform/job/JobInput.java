package org.quartermaster.platform.job;

import java.io.InputStream;
import java.util.function.IntFunction;

/** The input of a job as one stream; one piece of it is in memory at a time. */
final class JobInput extends InputStream {
    private final IntFunction<byte[]> pieces;
    private byte[] piece = new byte[0];
    private int next;
    private int at;

    /** @param pieces gives the n-th piece, an empty one past the last */
    JobInput(IntFunction<byte[]> pieces) {
        this.pieces = pieces;
    }

    private boolean isAtEnd() {
        if (at == piece.length && next >= 0) {
            piece = pieces.apply(next);
            next = piece.length == 0 ? -1 : next + 1;
            at = 0;
        }
        return at == piece.length;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        var count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        return count;
    }
}
