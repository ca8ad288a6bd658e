package org.quartermaster.equipment.track;

import java.util.Arrays;

/** Positions by time in flat arrays: degrees, and microseconds since 1970. */
final class Line {
    private static final int FIRST_CAPACITY = 64;

    private double[] lats = new double[FIRST_CAPACITY];
    private double[] lons = new double[FIRST_CAPACITY];
    private long[] micros = new long[FIRST_CAPACITY];
    private int size;

    void add(double lat, double lon, long at) {
        if (size == lats.length) {
            lats = Arrays.copyOf(lats, size * 2);
            lons = Arrays.copyOf(lons, size * 2);
            micros = Arrays.copyOf(micros, size * 2);
        }
        lats[size] = lat;
        lons[size] = lon;
        micros[size++] = at;
    }

    /** Adds a point of another line. */
    void add(Line other, int index) {
        add(other.lats[index], other.lons[index], other.micros[index]);
    }

    int size() {
        return size;
    }

    double lat(int index) {
        return lats[index];
    }

    double lon(int index) {
        return lons[index];
    }

    long micros(int index) {
        return micros[index];
    }
}
