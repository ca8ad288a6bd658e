package org.quartermaster.equipment.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.reference.DueStage;

/** What holds for every plan, tried on thousands; a failure names the seed that repeats it. */
class PlanPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final int TRIES = 5_000;

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

    private static BigDecimal decimal(Random random, int bound, int scale) {
        return BigDecimal.valueOf(random.nextInt(bound * 100), 2).setScale(scale, RoundingMode.HALF_UP);
    }

    private static Plan plan(Random random) {
        var plan = new Plan();
        if (random.nextBoolean()) {
            plan.intervalHours = decimal(random, 500, 2).add(BigDecimal.ONE);
            plan.nextDueHours = decimal(random, 3_000, 2);
        }
        if (random.nextBoolean()) {
            plan.intervalKm = decimal(random, 9_000, 1).add(BigDecimal.ONE);
            plan.nextDueKm = decimal(random, 30_000, 1);
        }
        if (random.nextBoolean()) {
            plan.intervalDays = 1 + random.nextInt(400);
            plan.nextDueAt = NOW.plus(Duration.ofHours(random.nextInt(4_000) - 2_000));
        }
        plan.leadHours = decimal(random, 100, 2);
        plan.graceHours = decimal(random, 20, 2);
        plan.leadKm = decimal(random, 1_000, 1);
        plan.graceKm = decimal(random, 100, 1);
        plan.leadDays = random.nextInt(30);
        plan.graceDays = random.nextInt(10);
        plan.anchor = random.nextBoolean() ? Anchor.FIXED : Anchor.COMPLETED;
        return plan;
    }

    private static Totals totals(Random random) {
        return new Totals(
                NOW.plus(Duration.ofHours(random.nextInt(2_000))),
                decimal(random, 4_000, 2),
                decimal(random, 40_000, 1));
    }

    @Test
    void stageAndPriorityNeverFallWhileTheTotalsRise() {
        forEverySeed(random -> {
            var plan = plan(random);
            var before = totals(random);
            var after = new Totals(
                    before.at().plus(Duration.ofMinutes(random.nextInt(99_999))),
                    before.hours().add(decimal(random, 500, 2)),
                    before.km().add(decimal(random, 5_000, 1)));
            assertTrue(PlanRules.stage(plan, after).compareTo(PlanRules.stage(plan, before)) >= 0);
            assertTrue(PlanRules.priority(plan, after).compareTo(PlanRules.priority(plan, before)) >= 0);
        });
    }

    @Test
    void worstCounterAloneDecidesTheStage() {
        forEverySeed(random -> {
            var plan = plan(random);
            var totals = totals(random);
            var worst = Gauge.of(plan, totals).stream()
                    .map(Gauge::stage)
                    .max(Comparator.naturalOrder())
                    .orElse(DueStage.OK);
            assertEquals(worst, PlanRules.stage(plan, totals));
            var alone = PlanRules.gauges(plan, totals).stream().findFirst().map(Gauge::stage);
            assertEquals(worst, alone.orElse(DueStage.OK));
        });
    }

    @Test
    void dateIsLookedAtAgainBeforeItCanChangeTheStage() {
        forEverySeed(random -> {
            var plan = plan(random);
            var now = totals(random);
            var check = PlanRules.nextCheck(plan, now.at());
            var until = check == null ? now.at().plus(Duration.ofDays(9_999)) : check.minusNanos(1_000);
            var still = new Totals(until, now.hours(), now.km());
            assertEquals(PlanRules.stage(plan, now), PlanRules.stage(plan, still));
        });
    }

    @Test
    void workDoneLeavesEveryCounterAheadByMoreThanHalfAnIntervalOnItsGrid() {
        forEverySeed(random -> {
            var plan = plan(random);
            var dueHours = plan.nextDueHours;
            var done = totals(random);
            Schedule.done(plan, done);
            if (plan.state == PlanState.COMPLETED || plan.intervalHours == null) {
                return;
            }
            var half = done.hours().add(plan.intervalHours.divide(BigDecimal.valueOf(2)));
            assertTrue(plan.nextDueHours.compareTo(half) > 0);
            if (plan.anchor == Anchor.FIXED) {
                var steps = plan.nextDueHours.subtract(dueHours).remainder(plan.intervalHours);
                assertEquals(0, steps.signum());
            } else {
                assertEquals(0, plan.nextDueHours.compareTo(done.hours().add(plan.intervalHours)));
            }
        });
    }
}
