package org.quartermaster.equipment.plan;

import java.time.Instant;
import java.util.Objects;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reference.DueStage;

/**
 * One plan in one evaluation.
 *
 * @param before its stage until now
 * @param dueBefore its forecast until now
 * @param wantsForecast true when its time to be looked at had come, or its stage changed
 */
record Turn(Totals totals, Machine machine, Plan plan, DueStage before, Instant dueBefore, boolean wantsForecast) {

    /** Stages the plan, and says when time alone, or a forecast that grows old, asks for the next look at it. */
    static Turn stage(Instant now, Machine machine, Plan plan) {
        var totals = Totals.of(machine, now);
        var before = plan.stage;
        var isTime = plan.nextCheckAt != null && !plan.nextCheckAt.isAfter(now);
        Schedule.begin(plan, totals);
        plan.stage = PlanRules.stage(plan, totals);
        var wantsForecast = isTime || plan.stage != before;
        plan.nextCheckAt = wantsForecast
                ? PlanRules.nextCheck(plan, now)
                : Forecast.earliest(PlanRules.nextCheck(plan, now), Forecast.nextLook(plan, now));
        return new Turn(totals, machine, plan, before, plan.forecastDueAt, wantsForecast);
    }

    void forecast(Paces paces) {
        Forecast.take(plan, totals, paces);
    }

    /** True when the plan's alert has something new to say. */
    boolean tells() {
        return plan.stage != before
                || PlanRules.isFarOverdue(plan, totals)
                || (plan.stage != DueStage.OK && !Objects.equals(plan.forecastDueAt, dueBefore));
    }
}
