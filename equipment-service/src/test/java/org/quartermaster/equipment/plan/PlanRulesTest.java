package org.quartermaster.equipment.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.Priority;

class PlanRulesTest {
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final int TRIES = 2_000;

    private final Random random = new Random(7);

    private static Plan hourly(int interval, int due) {
        var plan = new Plan();
        plan.intervalHours = BigDecimal.valueOf(interval);
        plan.nextDueHours = BigDecimal.valueOf(due);
        return plan;
    }

    private static Totals hours(String hours) {
        return new Totals(NOW, new BigDecimal(hours), null);
    }

    @Test
    void stageFollowsTheRemainingHours() {
        var plan = hourly(250, 1_000);
        plan.graceHours = BigDecimal.TEN;

        assertEquals(DueStage.OK, PlanRules.stage(plan, hours("949.99")));
        assertEquals(DueStage.DUE_SOON, PlanRules.stage(plan, hours("950")));
        assertEquals(DueStage.DUE, PlanRules.stage(plan, hours("1000")));
        assertEquals(DueStage.DUE, PlanRules.stage(plan, hours("1010")));
        assertEquals(DueStage.OVERDUE, PlanRules.stage(plan, hours("1010.01")));
    }

    @Test
    void whicheverCounterComesFirstDecides() {
        var plan = hourly(250, 1_000);
        plan.nextDueAt = NOW.minusSeconds(1);

        assertEquals(DueStage.OVERDUE, PlanRules.stage(plan, hours("0")));
    }

    @Test
    void priorityRisesWhenOverdueAndAgainWhenFarOverdue() {
        var plan = hourly(200, 1_000);

        assertEquals(Priority.MEDIUM, PlanRules.priority(plan, hours("1000")));
        assertEquals(Priority.HIGH, PlanRules.priority(plan, hours("1050")));
        assertEquals(Priority.CRITICAL, PlanRules.priority(plan, hours("1050.01")));
        plan.priority = Priority.CRITICAL;
        assertEquals(Priority.CRITICAL, PlanRules.priority(plan, hours("2000")));
    }

    @Test
    void stageNeverFallsWhileTheHoursRise() {
        for (var i = 0; i < TRIES; i++) {
            var plan = hourly(1 + random.nextInt(500), random.nextInt(2_000));
            var low = random.nextInt(3_000);
            var before = PlanRules.stage(plan, hours(String.valueOf(low)));
            var after = PlanRules.stage(plan, hours(String.valueOf(low + random.nextInt(500))));
            assertTrue(after.compareTo(before) >= 0);
        }
    }

    @Test
    void completedAnchorCountsFromTheWork() {
        var plan = hourly(250, 1_300);

        Schedule.done(plan, hours("1310.50"));

        assertEquals(new BigDecimal("1560.50"), plan.nextDueHours);
    }

    @Test
    void fixedAnchorKeepsTheGridAndNeverFallsDueAtOnce() {
        for (var i = 0; i < TRIES; i++) {
            var interval = BigDecimal.valueOf(1 + random.nextInt(500));
            var due = BigDecimal.valueOf(random.nextInt(2_000));
            var done = BigDecimal.valueOf(random.nextInt(5_000));
            var next = Schedule.next(Anchor.FIXED, due, done, interval);
            var half = done.add(interval.divide(BigDecimal.valueOf(2)));
            assertEquals(0, next.subtract(due).remainder(interval).signum());
            assertTrue(next.compareTo(half) > 0);
            assertTrue(next.equals(due) || next.subtract(interval).compareTo(half) <= 0);
        }
    }

    @Test
    void dateWinsOnceAndHoursWinOnce() {
        var plan = hourly(500, 1_500);
        plan.intervalDays = 365;
        Schedule.begin(plan, hours("1000"));

        assertEquals(NOW.plus(Duration.ofDays(365)), plan.nextDueAt);
        assertEquals(DueStage.DUE, PlanRules.stage(plan, hours("1500")));
        var later = new Totals(NOW.plus(Duration.ofDays(365)), new BigDecimal("1100"), null);
        assertEquals(DueStage.DUE, PlanRules.stage(plan, later));
    }

    @Test
    void hoursOpenUntilAFirstReading() {
        var plan = new Plan();
        plan.intervalHours = BigDecimal.TEN;

        Schedule.begin(plan, new Totals(NOW, null, null));
        assertNull(plan.nextDueHours);
        Schedule.begin(plan, hours("5"));
        assertEquals(BigDecimal.valueOf(15), plan.nextDueHours);
    }

    @Test
    void oneOffPlanIsCompletedByTheWork() {
        var plan = new Plan();
        plan.nextDueAt = NOW;

        Schedule.done(plan, hours("1"));

        assertEquals(PlanState.COMPLETED, plan.state);
        assertFalse(plan.hasDuePoint());
    }

    @Test
    void stageChangesByTimeOnlyAtTheNextCheck() {
        for (var i = 0; i < TRIES; i++) {
            var plan = new Plan();
            plan.intervalDays = 1 + random.nextInt(50);
            plan.leadDays = random.nextInt(10);
            plan.graceDays = random.nextInt(5);
            plan.nextDueAt = NOW.plus(Duration.ofHours(random.nextInt(2_000) - 1_000));
            var check = PlanRules.nextCheck(plan, NOW);
            var until = check == null ? NOW.plus(Duration.ofDays(999)) : check.minusNanos(1_000);
            assertEquals(PlanRules.priority(plan, at(NOW)), PlanRules.priority(plan, at(until)));
            assertEquals(PlanRules.stage(plan, at(NOW)), PlanRules.stage(plan, at(until)));
        }
    }

    private static Totals at(Instant time) {
        return new Totals(time, null, null);
    }
}
