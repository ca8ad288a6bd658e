package org.quartermaster.equipment.geofence.shape;

import org.quartermaster.equipment.reference.Earth;

/**
 * The outline of a polygon: straight lines between longitudes and latitudes taken as plane coordinates (RFC 7946,
 * section 3.1.1).
 *
 * @param lons longitudes of the corners, the first not repeated; {@code lats} their latitudes
 */
record Ring(double[] lons, double[] lats) implements Area {

    @Override
    public boolean contains(double lat, double lon) {
        var inside = false;
        for (int i = 0, j = lons.length - 1; i < lons.length; j = i++) {
            var crosses = lats[i] > lat != lats[j] > lat;
            if (crosses && lon < (lons[j] - lons[i]) * (lat - lats[i]) / (lats[j] - lats[i]) + lons[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** NB: in the plane that touches the globe at the place: exact near by, which is where it matters. */
    @Override
    public double metresToBorder(double lat, double lon) {
        var nearest = Double.MAX_VALUE;
        for (int i = 0, j = lons.length - 1; i < lons.length; j = i++) {
            nearest = Math.min(nearest, metresToSide(lat, lon, i, j));
        }
        return nearest;
    }

    private double metresToSide(double lat, double lon, int from, int to) {
        var perDegree = Math.toRadians(1) * Earth.RADIUS_M;
        var narrowing = Math.cos(Math.toRadians(lat));
        var x = (lons[from] - lon) * perDegree * narrowing;
        var y = (lats[from] - lat) * perDegree;
        var dx = (lons[to] - lon) * perDegree * narrowing - x;
        var dy = (lats[to] - lat) * perDegree - y;
        var length = dx * dx + dy * dy;
        var along = length == 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
        return Math.hypot(x + along * dx, y + along * dy);
    }

    @Override
    public Bounds bounds() {
        var bounds = Bounds.NOTHING;
        for (var i = 0; i < lons.length; i++) {
            bounds = bounds.with(lats[i], lons[i]);
        }
        return bounds;
    }

    /** True where a side goes the long way round, so that it was meant to cross the antimeridian. */
    boolean crossesAntimeridian() {
        for (int i = 0, j = lons.length - 1; i < lons.length; j = i++) {
            if (Math.abs(lons[i] - lons[j]) > 180) {
                return true;
            }
        }
        return false;
    }

    /** True when two sides meet elsewhere than in the corner that they share. */
    boolean crossesItself() {
        var n = lons.length;
        for (var i = 0; i < n; i++) {
            if (turnsBack(i, (i + 1) % n, (i + 2) % n)) {
                return true;
            }
            for (var j = i + 2; j < n; j++) {
                if ((i > 0 || j < n - 1) && meet(i, (i + 1) % n, j, (j + 1) % n)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean turnsBack(int before, int corner, int after) {
        var ahead = (lons[before] - lons[corner]) * (lons[after] - lons[corner])
                + (lats[before] - lats[corner]) * (lats[after] - lats[corner]);
        return side(before, corner, after) == 0 && ahead > 0;
    }

    private boolean meet(int a, int b, int c, int d) {
        var one = side(a, b, c);
        var two = side(a, b, d);
        var three = side(c, d, a);
        var four = side(c, d, b);
        return one * two < 0 && three * four < 0
                || one == 0 && lies(c, a, b)
                || two == 0 && lies(d, a, b)
                || three == 0 && lies(a, c, d)
                || four == 0 && lies(b, c, d);
    }

    /** On which side of a line a corner lies: 1 left, -1 right, 0 on it. */
    private double side(int from, int to, int corner) {
        return Math.signum((lons[to] - lons[from]) * (lats[corner] - lats[from])
                - (lats[to] - lats[from]) * (lons[corner] - lons[from]));
    }

    /** Whether a corner on the line of two others lies between them. */
    private boolean lies(int corner, int from, int to) {
        return Math.min(lons[from], lons[to]) <= lons[corner]
                && lons[corner] <= Math.max(lons[from], lons[to])
                && Math.min(lats[from], lats[to]) <= lats[corner]
                && lats[corner] <= Math.max(lats[from], lats[to]);
    }
}
