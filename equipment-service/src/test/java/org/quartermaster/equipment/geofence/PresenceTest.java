package org.quartermaster.equipment.geofence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.geofence.shape.Circle;

class PresenceTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final Circle ZONE = new Circle(0, 0, 1_000);
    private static final double METRE = 1 / 111_194.93;
    private static final int TRIES = 2_000;

    /** So many metres east of the middle. */
    private static Position at(int second, double metres, double accuracy) {
        return new Position(START.plusSeconds(second), null, 0, metres * METRE, accuracy);
    }

    private static List<String> crossings(double accuracy, double... metres) {
        var presence = new Presence(ZONE, false, null, 0);
        var found = new ArrayList<String>();
        for (var i = 0; i < metres.length; i++) {
            var n = i;
            presence.take(at(i, metres[i], accuracy)).ifPresent(crossing -> found.add(crossing + " " + n));
        }
        return found;
    }

    @Test
    void onePositionClearlyOnTheOtherSideIsEnough() {
        assertEquals(List.of("ENTER 1", "EXIT 2"), crossings(0, 1_100, 974, 1_026));
    }

    @Test
    void nearTheBorderItTakesTwoInARow() {
        assertEquals(List.of("ENTER 2"), crossings(0, 1_010, 990, 980));
        assertEquals(List.of(), crossings(0, 990, 1_010, 990, 1_010, 990));
        assertEquals(List.of("ENTER 0", "EXIT 4"), crossings(0, 0, 1_010, 990, 1_010, 1_020));
    }

    @Test
    void vaguePositionMustBeFurtherInThanItsAccuracy() {
        assertEquals(List.of(), crossings(80, 930));
        assertEquals(List.of("ENTER 0"), crossings(80, 910));
        assertEquals(List.of("ENTER 1"), crossings(80, 930, 930));
    }

    @Test
    void positionsCutIntoBatchesGiveTheCrossingsOfOneBatch() {
        var first = System.nanoTime();
        for (var seed = first; seed < first + TRIES; seed++) {
            var random = new Random(seed);
            var positions = new ArrayList<Position>();
            for (var n = random.nextInt(40); n > 0; n--) {
                positions.add(at(positions.size(), 900 + random.nextInt(200), random.nextInt(100)));
            }
            var whole = new ArrayList<String>();
            var presence = new Presence(ZONE, false, null, 0);
            positions.forEach(each -> presence.take(each).ifPresent(crossing -> whole.add(crossing + " " + each.at())));

            assertEquals(whole, inBatches(positions, random), "seed " + seed);
        }
    }

    private static List<String> inBatches(List<Position> positions, Random cuts) {
        var found = new ArrayList<String>();
        var presence = new Presence(ZONE, false, null, 0);
        for (var position : positions) {
            if (cuts.nextInt(3) == 0) {
                presence = presence.isNothing()
                        ? new Presence(ZONE, false, null, 0)
                        : new Presence(ZONE, presence.isInside(), presence.since(), presence.candidates());
            }
            presence.take(position).ifPresent(crossing -> found.add(crossing + " " + position.at()));
        }
        return found;
    }
}
