package org.quartermaster.equipment.rule.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.alert.Standing;

class FuelDropTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final BigDecimal POINTS = BigDecimal.TEN;
    private static final int TRIES = 2_000;

    private static Moment moment(int minute, int fuel, Double speed, Double lat) {
        return new Moment(
                START.plus(Duration.ofMinutes(minute)),
                null,
                BigDecimal.valueOf(fuel),
                lat,
                lat == null ? null : 44.0,
                speed);
    }

    private static List<Instant> raised(Standing standing, List<Moment> moments) {
        var drop = new FuelDrop(POINTS, standing, List.of());
        var raised = new ArrayList<Instant>();
        moments.forEach(each -> drop.take(each, true).ifPresent(step -> raised.add(each.at())));
        return raised;
    }

    private static List<Moment> series(Double speed, Double step, int... fuels) {
        var moments = new ArrayList<Moment>();
        for (var i = 0; i < fuels.length; i++) {
            moments.add(moment(i, fuels[i], speed, step == null ? null : 15 + i * step));
        }
        return moments;
    }

    @Test
    void fallOfTheMedianIsToldOnce() {
        var raised = raised(Standing.NONE, series(0.0, null, 80, 80, 81, 70, 70, 69, 60, 50));

        assertEquals(List.of(START.plus(Duration.ofMinutes(4))), raised);
    }

    @Test
    void oneOddReadingIsNoFall() {
        assertEquals(List.of(), raised(Standing.NONE, series(0.0, null, 80, 80, 80, 10, 80, 80, 80)));
    }

    @Test
    void movingMachineBurnsItsFuel() {
        assertEquals(List.of(), raised(Standing.NONE, series(20.0, null, 80, 80, 80, 60, 60, 60)));
        assertEquals(List.of(), raised(Standing.NONE, series(null, 0.001, 80, 80, 80, 60, 60, 60)));
    }

    @Test
    void machineThatStaysInPlaceStandsWhateverItsSpeedSays() {
        assertEquals(
                1,
                raised(Standing.NONE, series(3.0, 0.00001, 80, 80, 80, 60, 60, 60))
                        .size());
        assertEquals(
                1,
                raised(Standing.NONE, series(null, null, 80, 80, 80, 60, 60, 60))
                        .size());
    }

    @Test
    void slowFallIsUse() {
        var moments = new ArrayList<Moment>();
        for (var minute = 0; minute < 60; minute++) {
            moments.add(moment(minute, 80 - minute / 2, 0.0, null));
        }

        assertEquals(List.of(), raised(Standing.NONE, moments));
    }

    @Test
    void fallThatAPersonHasSeenIsNotToldAgain() {
        var seen = new Standing(false, true, START.plus(Duration.ofMinutes(4)));

        assertEquals(List.of(), raised(seen, series(0.0, null, 80, 80, 80, 60, 60, 60, 60, 60)));
        assertEquals(
                1,
                raised(seen, series(0.0, null, 80, 80, 80, 60, 60, 60, 60, 60, 40, 40, 40))
                        .size());
    }

    @Test
    void batchesCutAnywhereGiveTheAlertsOfOneBatch() {
        var first = System.nanoTime();
        for (var seed = first; seed < first + TRIES; seed++) {
            var random = new Random(seed);
            var moments = new ArrayList<Moment>();
            var at = START;
            for (var n = random.nextInt(40); n > 0; n--) {
                at = at.plusSeconds(random.nextInt(300));
                moments.add(new Moment(
                        at,
                        null,
                        random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(30)),
                        random.nextBoolean() ? null : 15 + random.nextInt(3) * 0.0002,
                        44.0,
                        random.nextInt(3) == 0 ? random.nextInt(3) * 0.9 : null));
            }

            assertEquals(raised(Standing.NONE, moments), inBatches(moments, random), "seed " + seed);
        }
    }

    private static List<Instant> inBatches(List<Moment> moments, Random cuts) {
        var raised = new ArrayList<Instant>();
        var standing = Standing.NONE;
        for (var from = 0; from < moments.size(); ) {
            var to = Math.min(moments.size(), from + 1 + cuts.nextInt(moments.size()));
            var oldest = moments.get(from).at().minus(FuelDrop.WITHIN.multipliedBy(2));
            var before = moments.subList(0, from).stream()
                    .filter(each -> !each.at().isBefore(oldest))
                    .toList();
            var drop = new FuelDrop(POINTS, standing, before);
            for (var moment : moments.subList(from, to)) {
                if (drop.take(moment, true).isPresent()) {
                    raised.add(moment.at());
                    standing = new Standing(true, false, moment.at());
                }
            }
            from = to;
        }
        return raised;
    }
}
