package org.quartermaster.vehicle.feed;

import java.io.IOException;

/** Reads one record by RFC 4180: quotes only around a whole cell, doubled inside, and line ends inside quotes. */
final class StrictReading {
    private static final int LONGEST = 1 << 20;

    private final ByteWindow window;
    private final CellPlaces cells = new CellPlaces();
    private Outcome outcome;
    private int limit;
    private int end;
    private int lines;

    /** How the reading of a record ended. */
    enum Outcome {
        READ,
        STRAY_QUOTE,
        UNTERMINATED_QUOTE,
        TOO_LONG
    }

    StrictReading(ByteWindow window) {
        this.window = window;
    }

    /** Reads the record that begins at the index. */
    Outcome read(int from) throws IOException {
        cells.clear();
        limit = from + LONGEST;
        lines = 1;
        outcome = null;
        var at = from;
        while (outcome == null) {
            at = cell(at);
        }
        end = at;
        return outcome;
    }

    /** True when the record at the index has this number of columns. */
    boolean reads(int from, int columns) throws IOException {
        return read(from) == Outcome.READ && cells.count() == columns;
    }

    Outcome outcome() {
        return outcome;
    }

    CellPlaces cells() {
        return cells;
    }

    /** The index after the record and its line end. */
    int end() {
        return end;
    }

    /** The physical lines of the record. */
    int lines() {
        return lines;
    }

    /** Reads one cell and what stands behind it; gives where the next begins. */
    private int cell(int from) throws IOException {
        var at = window.has(from) && window.bytes()[from] == '"' ? quoted(from + 1) : plain(from);
        if (outcome != null) {
            return at;
        }
        if (!window.has(at)) {
            return stop(Outcome.READ, at);
        }
        var next = window.bytes()[at];
        if (next == ',') {
            return at + 1;
        }
        return next == '\n' || next == '\r'
                ? stop(Outcome.READ, window.afterLineEnd(at))
                : stop(Outcome.STRAY_QUOTE, at);
    }

    private int plain(int from) throws IOException {
        var at = from;
        while (window.has(at)) {
            var bytes = window.bytes();
            var length = window.length();
            while (at < length && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != '"') {
                at++;
            }
            if (at < length || at > limit) {
                break;
            }
        }
        cells.add(from, at, false);
        if (at > limit) {
            return stop(Outcome.TOO_LONG, at);
        }
        return window.has(at) && window.bytes()[at] == '"' ? stop(Outcome.STRAY_QUOTE, at) : at;
    }

    private int quoted(int from) throws IOException {
        var escaped = false;
        var at = from;
        while (true) {
            at = nextQuote(at);
            if (at > limit || !window.has(at)) {
                return stop(Outcome.UNTERMINATED_QUOTE, at);
            }
            if (!window.has(at + 1) || window.bytes()[at + 1] != '"') {
                cells.add(from, at, escaped);
                return at + 1;
            }
            escaped = true;
            at += 2;
        }
    }

    /** The next quote, or the end of the stream, or some place over the limit. */
    private int nextQuote(int from) throws IOException {
        var at = from;
        while (at <= limit && window.has(at)) {
            var bytes = window.bytes();
            var length = window.length();
            while (at < length && bytes[at] != '"') {
                if (bytes[at] == '\n' || bytes[at] == '\r' && !(window.has(at + 1) && window.bytes()[at + 1] == '\n')) {
                    lines++;
                }
                at++;
            }
            if (at < length) {
                break;
            }
        }
        return at;
    }

    private int stop(Outcome how, int at) {
        outcome = how;
        return at;
    }
}
