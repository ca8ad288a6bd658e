package org.quartermaster.equipment.telemetry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** A stream that refuses (413) to give more bytes than its limit. */
final class LimitedStream extends FilterInputStream {
    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
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
            throw Problem.of(ProblemType.TOO_LARGE);
        }
    }
}
