package org.quartermaster.vehicle.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a stream that is being read, so that a record can be read again from its first byte. */
final class ByteWindow {
    private static final int PIECE = 1 << 18;

    private final InputStream in;
    private byte[] bytes = new byte[2 * PIECE];
    private int length;
    private long dropped;
    private boolean ended;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** True when there is a byte at the index; reads on for it. */
    boolean has(int index) throws IOException {
        while (index >= length && !ended) {
            fill();
        }
        return index < length;
    }

    /** The bytes read so far; NB: another array after {@link #has} or {@link #advance}. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Where the index lies in the whole stream. */
    long offset(int index) {
        return dropped + index;
    }

    /** Forgets what lies before the index, and gives its new index. */
    int advance(int index) {
        if (index < PIECE) {
            return index;
        }
        System.arraycopy(bytes, index, bytes, 0, length - index);
        length -= index;
        dropped += index;
        return 0;
    }

    /** The index of the next line end, or of the end of the stream; not over the limit. */
    int lineEnd(int from, int limit) throws IOException {
        var at = from;
        while (at < limit && has(at) && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /** The index after the line end (LF, CRLF or CR) that begins at the index; the same where none does. */
    int afterLineEnd(int at) throws IOException {
        if (!has(at) || bytes[at] != '\n' && bytes[at] != '\r') {
            return at;
        }
        return bytes[at] == '\r' && has(at + 1) && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private void fill() throws IOException {
        if (bytes.length - length < PIECE) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        var count = in.read(bytes, length, bytes.length - length);
        if (count < 0) {
            ended = true;
        } else {
            length += count;
        }
    }
}
