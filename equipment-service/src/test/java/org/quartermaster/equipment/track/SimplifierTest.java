package org.quartermaster.equipment.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.equipment.reference.Earth;

class SimplifierTest {
    /** A walk of up to some hundred metres a step from anywhere on earth, with stops and jumps. */
    private static Line walk(Random random, int points) {
        var line = new Line();
        var lat = -89 + 178 * random.nextDouble();
        var lon = -180 + 360 * random.nextDouble();
        var heading = 2 * Math.PI * random.nextDouble();
        for (var i = 0; i < points; i++) {
            line.add(lat, lon, i);
            heading += random.nextGaussian() / 4;
            var step = random.nextInt(10) == 0 ? 0 : random.nextDouble() * 0.003;
            lat = Math.max(-89.5, Math.min(89.5, lat + step * Math.cos(heading)));
            lon += step * Math.sin(heading) / Math.cos(Math.toRadians(lat));
            lon = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
        }
        return line;
    }

    /** Distance of the original's farthest point from the arcs between the points that were kept. */
    private static double farthest(Line original, Line kept) {
        var points = new Sphere(original, 0, original.size() - 1);
        var most = 0.0;
        var start = 0;
        for (var k = 1; k < kept.size(); k++) {
            var end = (int) kept.micros(k);
            for (var i = start; i <= end; i++) {
                most = Math.max(most, points.metres(i, start, end));
            }
            start = end;
        }
        assertThat(start).isEqualTo(original.size() - 1);
        return most;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noLostPointIsFurtherThanTheTolerance(long seed) {
        var random = new Random(seed);
        for (var metres : new double[] {0.5, 5, 50, 500}) {
            var line = walk(random, 2 + random.nextInt(6_000));

            var simple = Simplifier.simplify(line, metres);

            assertThat(farthest(line, simple)).as("seed %d, %s m", seed, metres).isLessThanOrEqualTo(metres);
        }
    }

    @Test
    void straightWayKeepsItsEnds() {
        var line = new Line();
        for (var i = 0; i <= 1_000; i++) {
            line.add(0, i * 0.001, i);
        }

        var simple = Simplifier.simplify(line, 0.1);

        assertThat(simple.size()).isEqualTo(2);
        assertThat(simple.lon(1)).isEqualTo(1.0);
    }

    @Test
    void toleranceZeroLosesNothing() {
        var line = walk(new Random(1), 500);

        assertThat(Simplifier.simplify(line, 0)).isSameAs(line);
    }

    @Test
    void distancesAreThoseOverTheGround() {
        var line = new Line();
        line.add(0, -1, 0);
        line.add(0, 1, 1);
        line.add(1, 0, 2);
        line.add(0, 3, 3);
        var points = new Sphere(line, 0, 3);
        var degree = Earth.RADIUS_M * Math.PI / 180;

        assertThat(points.metres(2, 0, 1)).isCloseTo(degree, offset(0.01));
        assertThat(points.metres(3, 0, 1)).isCloseTo(2 * degree, offset(0.01));
        assertThat(points.metres(3, 1, 1)).isCloseTo(2 * degree, offset(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void trackOfAnyLengthStaysBoundedAndWithinWhatItSays(long seed) {
        var random = new Random(seed);
        var line = walk(random, 150_000);
        var track = new Track(null);

        for (var from = 0; from < line.size(); from += 5_000) {
            var batch = new Line();
            for (var i = from; i < Math.min(from + 5_000, line.size()); i++) {
                batch.add(line, i);
            }
            track.add(batch);
        }

        assertThat(track.positions()).isEqualTo(150_000);
        assertThat(track.line().size()).isBetween(2, Track.MOST);
        assertThat(track.tolerance()).isPositive();
        assertThat(farthest(line, track.line())).as("seed %d", seed).isLessThanOrEqualTo(track.tolerance());
    }
}
