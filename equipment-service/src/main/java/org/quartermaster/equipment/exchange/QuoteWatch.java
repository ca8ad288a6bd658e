package org.quartermaster.equipment.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Watches the quotes of a CSV text as it is read, because the parser takes an open one at the end for closed. */
final class QuoteWatch extends FilterReader {
    private final char separator;
    private boolean atFieldStart = true;
    private boolean mayBeEscape;
    private boolean quoted;
    private long line = 1;
    private long openLine;

    QuoteWatch(Reader text, char separator) {
        super(text);
        this.separator = separator;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        var count = super.read(target, offset, length);
        for (var i = offset; i < offset + count; i++) {
            watch(target[i]);
        }
        return count;
    }

    private void watch(char c) {
        if (c == '\n') {
            line++;
        }
        if (quoted) {
            quoted = c != '"';
            mayBeEscape = !quoted;
            return;
        }
        if (c == '"' && (atFieldStart || mayBeEscape)) {
            openLine = mayBeEscape ? openLine : line;
            quoted = true;
        }
        mayBeEscape = false;
        atFieldStart = c == separator || c == '\n' || c == '\r';
    }

    /** The line of the quote that is open now, or 0. */
    long openLine() {
        return quoted ? openLine : 0;
    }
}
