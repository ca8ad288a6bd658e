package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Sets a plan back to what it was shown as before some work was done. */
final class PlanRewind {
    private PlanRewind() {}

    /** A null {@code former} is not known: a plan with an interval then counts from now, as a new one does. */
    static void rewind(Plan plan, JsonNode former) {
        if (former == null && !plan.hasInterval()) {
            return;
        }
        var from = former == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : former;
        plan.lastDoneAt = time(from, "last_done_at");
        plan.lastDoneHours = number(from, "last_done_hours");
        plan.lastDoneKm = number(from, "last_done_km");
        plan.lastRecordId = from.path("last_record_id").textValue();
        duePoints(plan, from);
        if (plan.state == PlanState.COMPLETED) {
            plan.state = PlanState.ACTIVE;
        }
    }

    /** A due point whose interval was changed since is counted anew. */
    private static void duePoints(Plan plan, JsonNode from) {
        var sameHours = isSame(plan.intervalHours, number(from, "interval_hours"));
        var sameKm = isSame(plan.intervalKm, number(from, "interval_km"));
        var days = plan.intervalDays == null ? null : BigDecimal.valueOf(plan.intervalDays);
        plan.nextDueHours = sameHours ? number(from, "next_due_hours") : null;
        plan.nextDueKm = sameKm ? number(from, "next_due_km") : null;
        plan.nextDueAt = isSame(days, number(from, "interval_days")) ? time(from, "next_due_at") : null;
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static BigDecimal number(JsonNode from, String name) {
        var value = from.path(name);
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static Instant time(JsonNode from, String name) {
        var value = from.path(name).textValue();
        return value == null ? null : Instant.parse(value);
    }
}
