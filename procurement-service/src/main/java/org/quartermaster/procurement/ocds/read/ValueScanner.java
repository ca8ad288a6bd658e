package org.quartermaster.procurement.ocds.read;

import java.io.IOException;
import java.util.BitSet;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Json;

/** Finds where a value ends by its quotes and brackets, and remembers the first limit that it breaks. */
final class ValueScanner {
    /** Beyond this the brackets are noise. */
    private static final int DEEPEST_FOLLOWED = 1 << 20;

    private final ByteSource source;
    private IssueCode excess;

    ValueScanner(ByteSource source) {
        this.source = source;
    }

    /** The limit that was broken since the last call, or null. */
    IssueCode takeExcess() {
        var taken = excess;
        excess = null;
        return taken;
    }

    /** Reads one value that stands at a depth. */
    void value(int depth) throws IOException, Broken {
        var open = new BitSet();
        int level = 0;
        do {
            source.skipSpace();
            int c = source.peek();
            switch (c) {
                case ByteSource.END -> throw truncated();
                case '"' -> text();
                case '{', '[' -> {
                    source.read();
                    open.set(level++, c == '{');
                    checkDepth(depth + level);
                }
                case '}', ']' -> {
                    level = close(open, level, c);
                }
                case ',', ':' -> separator(level);
                default -> bareWord();
            }
        } while (level > 0);
    }

    private int close(BitSet open, int level, int c) throws IOException, Broken {
        if (level == 0 || open.get(level - 1) != (c == '}')) {
            throw new Broken(IssueCode.NOT_JSON, "found '" + (char) c + "' where no such bracket is open");
        }
        source.read();
        return level - 1;
    }

    private void separator(int level) throws IOException, Broken {
        if (level == 0) {
            throw new Broken(IssueCode.NOT_JSON, "found '" + (char) source.peek() + "' where a value is expected");
        }
        source.read();
    }

    private void checkDepth(int depth) throws Broken {
        if (depth > DEEPEST_FOLLOWED) {
            throw new Broken(IssueCode.TOO_DEEP, "found more than a million open brackets");
        }
        if (depth > Json.MAX_DEPTH && excess == null) {
            excess = IssueCode.TOO_DEEP;
        }
    }

    /** Reads a text with its quotes. */
    void text() throws IOException, Broken {
        source.read();
        for (long length = 0; ; length++) {
            int c = source.read();
            if (c == '\\') {
                c = source.read();
                length++;
            } else if (c == '"') {
                return;
            }
            if (c == ByteSource.END) {
                throw truncated();
            }
            if (length > Json.MAX_VALUE) {
                excess = IssueCode.VALUE_TOO_LARGE;
            }
        }
    }

    private void bareWord() throws IOException {
        long length = 0;
        for (int c = source.peek(); c > ' ' && ",:{}[]\"".indexOf(c) < 0; c = source.peek()) {
            source.read();
            length++;
        }
        if (length == 0) {
            source.read();
        }
        if (length > Json.MAX_VALUE) {
            excess = IssueCode.VALUE_TOO_LARGE;
        }
    }

    static Broken truncated() {
        return new Broken(IssueCode.TRUNCATED, "found the end within a value");
    }
}
