package org.quartermaster.vehicle.feed;

/** Where the cells of one record lie in the window. */
final class CellPlaces {
    /** More are counted, but not kept. */
    static final int MOST = 1024;

    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private final boolean[] escaped = new boolean[MOST];
    private int count;

    void clear() {
        count = 0;
    }

    /** @param hasQuotes whether doubled quotes stand for single ones */
    void add(int start, int end, boolean hasQuotes) {
        if (count < MOST) {
            starts[count] = start;
            ends[count] = end;
            escaped[count] = hasQuotes;
        }
        count++;
    }

    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isEscaped(int cell) {
        return escaped[cell];
    }
}
