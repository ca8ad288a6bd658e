package org.quartermaster.procurement.ocds.read;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file one by one; in JSON lines a line's end is the end of input until the next line is asked for. */
final class ByteSource {
    static final int END = -1;

    private static final int WINDOW = 1 << 20;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] window = new byte[WINDOW];
    private int filled;
    private int at;
    private long line;
    private boolean lines;
    private Capture capture;

    ByteSource(InputStream in) throws IOException {
        this.in = in;
        filled = in.readNBytes(window, 0, WINDOW);
        var hasBom = filled >= BOM.length && window[0] == BOM[0] && window[1] == BOM[1] && window[2] == BOM[2];
        at = hasBom ? BOM.length : 0;
        lines = LineSniffer.isLines(window, at, filled);
    }

    boolean isLines() {
        return lines;
    }

    void setLines() {
        lines = true;
    }

    long line() {
        return line;
    }

    Capture capture() {
        return capture;
    }

    /** Sets where bytes that are read are kept; null keeps none. */
    void captureTo(Capture next) {
        capture = next;
    }

    int peek() throws IOException {
        if (at == filled) {
            filled = in.readNBytes(window, 0, WINDOW);
            at = 0;
        }
        return at == filled || (lines && window[at] == '\n') ? END : window[at] & 0xFF;
    }

    int read() throws IOException {
        int value = peek();
        if (value != END) {
            at++;
            line += value == '\n' ? 1 : 0;
            if (capture != null) {
                capture.add(value);
            }
        }
        return value;
    }

    void skipSpace() throws IOException {
        for (int c = peek(); c == ' ' || c == '\t' || c == '\r' || c == '\n'; c = peek()) {
            read();
        }
    }

    /** Goes behind the end of the line; false at the end of the file. */
    boolean nextLine() throws IOException {
        lines = true;
        while (peek() != END) {
            at++;
        }
        if (at == filled) {
            return false;
        }
        at++;
        line++;
        return true;
    }
}
