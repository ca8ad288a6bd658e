package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Sets a plan back to what it was shown as before some work was done. */
final class PlanRewind {
    private static final int HOURS_SCALE = 2;
    private static final int KM_SCALE = 1;

    private PlanRewind() {}

    /** A null {@code former} is not known: a plan with an interval then counts from now, as a new one does. */
    static void rewind(Plan plan, JsonNode former) {
        if (former == null && !plan.hasInterval()) {
            return;
        }
        var from = former == null ? MissingNode.getInstance() : former;
        plan.lastDoneAt = time(from, "last_done_at");
        plan.lastDoneHours = scaled(from, "last_done_hours", HOURS_SCALE);
        plan.lastDoneKm = scaled(from, "last_done_km", KM_SCALE);
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
        plan.nextDueHours = sameHours ? scaled(from, "next_due_hours", HOURS_SCALE) : null;
        plan.nextDueKm = sameKm ? scaled(from, "next_due_km", KM_SCALE) : null;
        plan.nextDueAt = isSame(days, number(from, "interval_days")) ? time(from, "next_due_at") : null;
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** NB: JSON numbers of the audit have lost their trailing zeros. */
    private static BigDecimal scaled(JsonNode from, String name, int scale) {
        var value = number(from, name);
        return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
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
