package org.quartermaster.platform.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** A body without its Content-Encoding (RFC 9110, section 8.4), cut off where it grows too long, as a bomb would. */
public final class Unpacked {
    private static final int BUFFER = 64 * 1024;

    private Unpacked() {}

    /**
     * The body as it was before it was packed; reading past the limit is 413.
     *
     * @param encoding value of Content-Encoding, or null
     * @param limit unpacked, in bytes
     * @throws Problem 415 for an unknown encoding, 400 when the body is not what it says
     */
    public static InputStream of(InputStream body, String encoding, long limit) {
        var name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        var plain =
                switch (name) {
                    case "identity" -> body;
                    case "gzip", "x-gzip" -> gunzip(body);
                    default -> throw Problem.of(ProblemType.UNSUPPORTED_TYPE);
                };
        return new LimitedStream(plain, limit, () -> Problem.of(ProblemType.TOO_LARGE));
    }

    private static InputStream gunzip(InputStream body) {
        try {
            return new GZIPInputStream(body, BUFFER);
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }

    /** A stream that refuses to give more bytes than its limit. */
    static final class LimitedStream extends FilterInputStream {
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
}
