package org.quartermaster.vehicle.feed;

import java.io.IOException;

/** Reads a record with stray quotes, which is split by {@code ","} alone and has quotes around the whole. */
final class QuoteRepair {
    private static final int MOST_LINES = 20;
    private static final int LONGEST = 64 << 10;

    private final ByteWindow window;
    private final StrictReading following;
    private final CellPlaces cells = new CellPlaces();
    private int end;
    private int lines;

    QuoteRepair(ByteWindow window) {
        this.window = window;
        following = new StrictReading(window);
    }

    /**
     * Takes as few lines as give the right number of columns, but none that is a record by itself.
     *
     * @return whether there was such a reading
     */
    boolean read(int from, int columns) throws IOException {
        var lineEnd = from;
        for (lines = 1; lines <= MOST_LINES; lines++) {
            lineEnd = window.lineEnd(lineEnd, from + LONGEST);
            end = window.afterLineEnd(lineEnd);
            if (end == lineEnd && window.has(lineEnd)) {
                return false;
            }
            split(from, lineEnd);
            if (cells.count() == columns && isQuoted(from, lineEnd)) {
                return true;
            }
            if (cells.count() > columns || !window.has(end) || following.reads(end, columns)) {
                return false;
            }
            lineEnd = end;
        }
        return false;
    }

    CellPlaces cells() {
        return cells;
    }

    /** The index after the record and its line end. */
    int end() {
        return end;
    }

    int lines() {
        return lines;
    }

    /** How many columns the first line has when it is read so. */
    int columnsOfLine(int from) throws IOException {
        split(from, window.lineEnd(from, from + LONGEST));
        return cells.count();
    }

    private boolean isQuoted(int from, int to) {
        return to - from >= 2 && window.bytes()[from] == '"' && window.bytes()[to - 1] == '"';
    }

    private void split(int from, int to) {
        var bytes = window.bytes();
        cells.clear();
        var start = from + 1;
        for (var at = start; at < to - 3; at++) {
            if (bytes[at] == '"' && bytes[at + 1] == ',' && bytes[at + 2] == '"') {
                cells.add(start, at, true);
                start = at + 3;
                at = start - 1;
            }
        }
        cells.add(start, Math.max(start, to - 1), true);
    }
}
