package org.quartermaster.equipment.rule.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.alert.Standing;
import org.quartermaster.equipment.rule.watch.Step.Effect;

/** What holds for every rule over a value, tried on thousands; a failure names the seed that repeats it. */
class WatchTest {
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final int TRIES = 3_000;

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

    private static Limits limits(Random random) {
        var direction = random.nextBoolean() ? Direction.BELOW : Direction.ABOVE;
        var raiseAt = random.nextInt(10);
        var band = random.nextInt(4);
        return new Limits(
                direction,
                BigDecimal.valueOf(raiseAt),
                BigDecimal.valueOf(direction == Direction.BELOW ? raiseAt + band : raiseAt - band),
                1 + random.nextInt(4),
                1 + random.nextInt(4));
    }

    private static List<Reading> readings(Random random) {
        var readings = new ArrayList<Reading>();
        var at = START;
        for (var n = random.nextInt(40); n > 0; n--) {
            var rare = random.nextInt(8) == 0;
            at = at.plus(rare ? Duration.ofDays(random.nextInt(10)) : Duration.ofMinutes(random.nextInt(60)));
            readings.add(new Reading(at, null, BigDecimal.valueOf(random.nextInt(14) - 2)));
        }
        return readings;
    }

    /** What alert and history tell between two batches is all that the second one knows of the first. */
    private static List<String> inBatches(Limits limits, Standing start, List<Reading> readings, Random cuts) {
        var steps = new ArrayList<String>();
        var standing = start;
        for (var from = 0; from < readings.size(); ) {
            var to = Math.min(readings.size(), from + 1 + cuts.nextInt(readings.size()));
            var watch = new Watch(limits, standing, readings.subList(Math.max(0, from - limits.memory()), from));
            for (var reading : readings.subList(from, to)) {
                var step = watch.take(reading, true).orElse(null);
                if (step != null) {
                    steps.add(step.effect() + " " + reading.at() + " " + step.evidence());
                    standing = new Standing(step.effect() == Effect.RAISE, false, null);
                }
            }
            from = to;
        }
        return steps;
    }

    @Test
    void batchesCutAnywhereGiveTheAlertsOfOneBatch() {
        forEverySeed(random -> {
            var limits = limits(random);
            var readings = readings(random);
            var start = new Standing(random.nextInt(4) == 0, false, null);
            start = start.open() ? start : new Standing(false, random.nextInt(4) == 0, null);
            var whole = new ArrayList<String>();
            var watch = new Watch(limits, start, List.of());
            readings.forEach(reading -> watch.take(reading, true)
                    .ifPresent(step -> whole.add(step.effect() + " " + reading.at() + " " + step.evidence())));

            assertEquals(whole, inBatches(limits, start, readings, random));
        });
    }

    @Test
    void alertsAreRaisedAndEndedInTurnByReadingsOnTheRightSide() {
        forEverySeed(random -> {
            var limits = limits(random);
            var watch = new Watch(limits, Standing.NONE, List.of());
            var open = new boolean[1];
            for (var reading : readings(random)) {
                watch.take(reading, true).ifPresent(step -> {
                    assertEquals(open[0] ? Effect.CLEAR : Effect.RAISE, step.effect());
                    open[0] = step.effect() == Effect.RAISE;
                    assertEquals(
                            open[0] ? limits.raiseCount() : limits.clearCount(),
                            step.evidence().size());
                    step.evidence()
                            .forEach(each -> assertEquals(
                                    true, open[0] ? limits.raises(each.value()) : limits.clears(each.value())));
                });
            }
        });
    }

    @Test
    void whatAPersonClosedStaysQuietUntilTheConditionWasGone() {
        var limits = new Limits(Direction.BELOW, new BigDecimal("20"), new BigDecimal("25"), 1, 1);
        var watch = new Watch(limits, new Standing(false, true, null), List.of());
        var effects = new ArrayList<Effect>();

        for (var value : List.of(10, 22, 15, 30, 19)) {
            watch.take(new Reading(START, null, BigDecimal.valueOf(value)), true)
                    .ifPresent(step -> effects.add(step.effect()));
        }

        assertEquals(List.of(Effect.CALM, Effect.RAISE), effects);
    }

    @Test
    void machineOutOfUseRaisesNothingButItsAlertsEnd() {
        var limits = new Limits(Direction.ABOVE, new BigDecimal("90"), new BigDecimal("80"), 2, 1);
        var watch = new Watch(limits, new Standing(true, false, null), List.of());
        var effects = new ArrayList<Effect>();

        for (var value : List.of(95, 80, 95, 95)) {
            watch.take(new Reading(START, null, BigDecimal.valueOf(value)), false)
                    .ifPresent(step -> effects.add(step.effect()));
        }

        assertEquals(List.of(Effect.CLEAR), effects);
    }
}
