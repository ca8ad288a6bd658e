package org.quartermaster.equipment.geofence.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.reference.Earth;

/** Geometry held against slower ways to the same answer; a failure names the seed that repeats it. */
class AreaTest {
    private static final int TRIES = 2_000;

    private static void forEverySeed(Consumer<Random> property) {
        var first = System.nanoTime();
        for (var seed = first; seed < first + TRIES; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("seed " + seed, failed);
            }
        }
    }

    private static double within(Random random, double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    private static double[] onTheGlobe(double lat, double lon) {
        var phi = Math.toRadians(lat);
        var lambda = Math.toRadians(lon);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    /** By the chord through the globe, which knows neither poles nor antimeridian. */
    private static double byChord(double lat1, double lon1, double lat2, double lon2) {
        var one = onTheGlobe(lat1, lon1);
        var two = onTheGlobe(lat2, lon2);
        var chord =
                Math.sqrt(Math.pow(one[0] - two[0], 2) + Math.pow(one[1] - two[1], 2) + Math.pow(one[2] - two[2], 2));
        return 2 * Earth.RADIUS_M * Math.asin(chord / 2);
    }

    @Test
    void circleHoldsWhatIsNearOnTheGlobeAlsoAtPolesAndAntimeridian() {
        forEverySeed(random -> {
            var lat = random.nextInt(3) == 0 ? within(random, 89, 90) : within(random, -90, 90);
            var lon = random.nextInt(3) == 0 ? within(random, 179, 180) : within(random, -180, 180);
            var circle = new Circle(lat, lon, within(random, 10, 100_000));
            for (var n = 0; n < 30; n++) {
                var otherLat = Math.max(-90, Math.min(90, lat + within(random, -1, 1)));
                var otherLon = Math.IEEEremainder(
                        random.nextInt(3) == 0 ? within(random, -180, 180) : lon + within(random, -2, 2), 360);
                var distance = byChord(lat, lon, otherLat, otherLon);

                if (Math.abs(distance - circle.radiusM()) > 0.01) {
                    assertEquals(distance < circle.radiusM(), circle.contains(otherLat, otherLon));
                }
                assertEquals(Math.abs(distance - circle.radiusM()), circle.metresToBorder(otherLat, otherLon), 0.01);
                assertTrue(
                        !circle.contains(otherLat, otherLon) || circle.bounds().contains(otherLat, otherLon));
            }
        });
    }

    /** Corners around a centre in the order of their angles, so that no sides cross. */
    private static Ring star(Random random) {
        var corners = 3 + random.nextInt(20);
        var angles = random.doubles(corners, 0, 2 * Math.PI).sorted().toArray();
        var lat = within(random, -60, 60);
        var lon = within(random, -170, 170);
        var lons = new double[corners];
        var lats = new double[corners];
        for (var i = 0; i < corners; i++) {
            var reach = within(random, 0.001, 0.05);
            lons[i] = lon + reach * Math.cos(angles[i]);
            lats[i] = lat + reach * Math.sin(angles[i]);
        }
        return new Ring(lons, lats);
    }

    /** By the angle that the outline turns around the place. */
    private static boolean windsAround(Ring ring, double lat, double lon) {
        var turned = 0.0;
        var n = ring.lons().length;
        for (var i = 0; i < n; i++) {
            var from = Math.atan2(ring.lats()[i] - lat, ring.lons()[i] - lon);
            var to = Math.atan2(ring.lats()[(i + 1) % n] - lat, ring.lons()[(i + 1) % n] - lon);
            turned += Math.IEEEremainder(to - from, 2 * Math.PI);
        }
        return Math.abs(turned) > Math.PI;
    }

    private static double byWalking(Ring ring, double lat, double lon) {
        var nearest = Double.MAX_VALUE;
        var n = ring.lons().length;
        for (var i = 0; i < n; i++) {
            for (var step = 0; step <= 1_000; step++) {
                var part = step / 1_000.0;
                var there = (1 - part) * ring.lats()[i] + part * ring.lats()[(i + 1) % n];
                var along = (1 - part) * ring.lons()[i] + part * ring.lons()[(i + 1) % n];
                nearest = Math.min(nearest, Earth.metres(lat, lon, there, along));
            }
        }
        return nearest;
    }

    @Test
    void polygonHoldsWhatItsOutlineTurnsAround() {
        forEverySeed(random -> {
            var ring = star(random);
            var box = ring.bounds();
            for (var n = 0; n < 20; n++) {
                var lat = within(random, box.south() - 0.01, box.north() + 0.01);
                var lon = within(random, box.west() - 0.01, box.east() + 0.01);

                assertEquals(windsAround(ring, lat, lon), ring.contains(lat, lon));
                assertTrue(!ring.contains(lat, lon) || box.contains(lat, lon));
            }
        });
    }

    @Test
    void distanceToTheBorderIsThatOfItsNearestPlace() {
        var random = new Random(7);
        for (var n = 0; n < 100; n++) {
            var ring = star(random);
            var lat = within(random, ring.bounds().south(), ring.bounds().north());
            var lon = within(random, ring.bounds().west(), ring.bounds().east());
            var walked = byWalking(ring, lat, lon);

            assertEquals(walked, ring.metresToBorder(lat, lon), Math.max(15, walked * 0.01));
        }
    }

    private static boolean crossesByBruteForce(double[] x, double[] y) {
        var n = x.length;
        for (var i = 0; i < n; i++) {
            for (var j = i + 1; j < n; j++) {
                var a = i;
                var b = (i + 1) % n;
                var c = j;
                var d = (j + 1) % n;
                if (b != c && d != a) {
                    if (Line2D.linesIntersect(x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d])) {
                        return true;
                    }
                } else if (overlap(x, y, b == c ? new int[] {a, b, d} : new int[] {c, a, b})) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of two sides with a common corner ends on the other. */
    private static boolean overlap(double[] x, double[] y, int[] path) {
        return Line2D.ptSegDist(x[path[0]], y[path[0]], x[path[1]], y[path[1]], x[path[2]], y[path[2]]) == 0
                || Line2D.ptSegDist(x[path[1]], y[path[1]], x[path[2]], y[path[2]], x[path[0]], y[path[0]]) == 0;
    }

    @Test
    void crossingSidesAreFound() {
        forEverySeed(random -> {
            var corners = 3 + random.nextInt(5);
            var cells = random.ints(0, 36).distinct().limit(corners).toArray();
            var x = Arrays.stream(cells).mapToDouble(cell -> cell % 6).toArray();
            var y = Arrays.stream(cells).mapToDouble(cell -> cell / 6).toArray();

            assertEquals(crossesByBruteForce(x, y), new Ring(x, y).crossesItself(), Arrays.toString(cells));
        });
    }

    @Test
    void partsOfAZoneThatAreSplitCountAsOne() {
        var east = new Ring(new double[] {179, 180, 180, 179}, new double[] {-1, -1, 1, 1});
        var west = new Ring(new double[] {-180, -179, -179, -180}, new double[] {-1, -1, 1, 1});
        var both = new Outline(List.of(east, west));

        assertTrue(both.contains(0, 179.5));
        assertTrue(both.contains(0, -179.5));
        assertTrue(!both.contains(0, 178.5));
        assertEquals(new Bounds(-1, 1, -180, 180), both.bounds());
        assertEquals(Earth.metres(0, 178.5, 0, 179), both.metresToBorder(0, 178.5), 100);
    }
}
