package org.quartermaster.equipment.track;

import org.quartermaster.equipment.reference.Earth;

/** Points of a line as unit vectors, and distances between them over the ground. */
final class Sphere {
    private final double[] x;
    private final double[] y;
    private final double[] z;

    /** The points from one index to another, both included; here they count from 0. */
    Sphere(Line line, int from, int to) {
        var size = to - from + 1;
        x = new double[size];
        y = new double[size];
        z = new double[size];
        for (var i = 0; i < size; i++) {
            var lat = Math.toRadians(line.lat(from + i));
            var lon = Math.toRadians(line.lon(from + i));
            x[i] = Math.cos(lat) * Math.cos(lon);
            y[i] = Math.cos(lat) * Math.sin(lon);
            z[i] = Math.sin(lat);
        }
    }

    int size() {
        return x.length;
    }

    /** Metres from a point to the great-circle arc between two others. */
    double metres(int point, int start, int end) {
        var nx = y[start] * z[end] - z[start] * y[end];
        var ny = z[start] * x[end] - x[start] * z[end];
        var nz = x[start] * y[end] - y[start] * x[end];
        var length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (length < 1e-15 || !isBeside(point, start, end, nx, ny, nz)) {
            return Math.min(metres(point, start), metres(point, end));
        }
        var sine = (x[point] * nx + y[point] * ny + z[point] * nz) / length;
        return Earth.RADIUS_M * Math.asin(Math.min(1, Math.abs(sine)));
    }

    /** True when the nearest point of the great circle lies on the arc: between both ends' perpendicular planes. */
    private boolean isBeside(int point, int start, int end, double nx, double ny, double nz) {
        return along(point, start, nx, ny, nz) >= 0 && along(point, end, nx, ny, nz) <= 0;
    }

    /** Positive where the point lies ahead of another one in the arc's direction: (n x from) . point. */
    private double along(int point, int from, double nx, double ny, double nz) {
        return (ny * z[from] - nz * y[from]) * x[point]
                + (nz * x[from] - nx * z[from]) * y[point]
                + (nx * y[from] - ny * x[from]) * z[point];
    }

    private double metres(int one, int other) {
        return Earth.metres(
                Math.sqrt(square(x[one] - x[other]) + square(y[one] - y[other]) + square(z[one] - z[other])));
    }

    private static double square(double value) {
        return value * value;
    }
}
