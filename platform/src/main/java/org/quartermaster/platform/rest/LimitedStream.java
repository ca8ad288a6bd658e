package org.quartermaster.platform.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.quartermaster.platform.problem.Problem;

/** A stream that refuses to give more bytes than its limit. */
final class LimitedStream extends FilterInputStream {
    private final Supplier<Problem> refusal;
    private long left;

    /** @param limit in bytes */
    LimitedStream(InputStream in, long limit, Supplier<Problem> refusal) {
        super(in);
        this.left = limit;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw refusal.get();
        }
    }
}
