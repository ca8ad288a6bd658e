package org.quartermaster.vehicle.feed;

import java.io.IOException;
import java.util.List;
import org.quartermaster.vehicle.feed.FileRejected.Reason;

/** Tells by its first bytes that a file is no CSV in an encoding that can be read. */
final class FirstBytes {
    private static final int LOOKED_AT = 1024;

    private final ByteWindow window;

    FirstBytes(ByteWindow window) {
        this.window = window;
    }

    /** Where the text begins: after a BOM of UTF-8 and blank lines. */
    int start() throws IOException, FileRejected {
        requireEncoding();
        var at = hasBom() ? 3 : 0;
        while (window.has(at) && isBlank(byteAt(at))) {
            at++;
        }
        if (!window.has(at)) {
            throw new FileRejected(Reason.EMPTY_FILE, List.of());
        }
        requireText(at);
        return at;
    }

    boolean hasBom() throws IOException {
        return startsWith(0xEF, 0xBB, 0xBF);
    }

    /** UTF-16 and UTF-32 have a mark of their own, or zeros beside the letters of the header. */
    private void requireEncoding() throws IOException, FileRejected {
        var marked = startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF) || startsWith(0, 0, 0xFE, 0xFF);
        var wide = window.has(3) && (byteAt(0) == 0 || byteAt(1) == 0) && (byteAt(2) == 0 || byteAt(3) == 0);
        var letters = wide && byteAt(0) + byteAt(1) + byteAt(2) + byteAt(3) >= '"';
        if (marked || letters && !startsWith('P', 'K')) {
            throw new FileRejected(Reason.UNSUPPORTED_ENCODING, List.of("UTF-16 or UTF-32"));
        }
    }

    private void requireText(int at) throws IOException, FileRejected {
        var first = byteAt(at);
        if (first == '<') {
            throw new FileRejected(Reason.NOT_CSV, List.of("HTML or XML"));
        }
        if (first == '{' || first == '[') {
            throw new FileRejected(Reason.NOT_CSV, List.of("JSON"));
        }
        if (startsWith('P', 'K') || startsWith('%', 'P', 'D', 'F') || startsWith(0x89, 'P', 'N', 'G')) {
            throw new FileRejected(Reason.NOT_CSV, List.of("ZIP, PDF or PNG"));
        }
        var end = window.lineEnd(at, at + LOOKED_AT);
        for (var i = at; i < end; i++) {
            if (byteAt(i) >= 0 && byteAt(i) < ' ' && !isBlank(byteAt(i))) {
                throw new FileRejected(Reason.NOT_CSV, List.of("binary"));
            }
        }
    }

    private boolean startsWith(int... expected) throws IOException {
        for (var i = 0; i < expected.length; i++) {
            if (!window.has(i) || (byteAt(i) & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each >= '\t' && each <= '\r';
    }

    private byte byteAt(int index) {
        return window.bytes()[index];
    }
}
