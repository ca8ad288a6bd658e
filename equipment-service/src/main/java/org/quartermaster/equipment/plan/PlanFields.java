package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a plan. */
final class PlanFields {
    private static final String MAX_HOURS = "99999999.99";
    private static final String MAX_KM = "99999999999.9";
    private static final int MAX_DAYS = 36_500;
    private static final int MAX_TEXT = 5_000;
    private static final int MAX_PARTS = 200;
    private static final List<String> TARGETS = List.of("equipment_id", "equipment_ids", "filter");

    private PlanFields() {}

    static void apply(Fields fields, Plan plan) {
        fields.text("name", 1, 200).to(value -> plan.name = value);
        fields.text("name_ar", 0, 200).to(value -> plan.nameAr = value);
        fields.word("maintenance_type", MaintenanceType.class).to(value -> plan.maintenanceType = value);
        fields.text("description", 0, MAX_TEXT).to(value -> plan.description = value);
        fields.text("description_ar", 0, MAX_TEXT).to(value -> plan.descriptionAr = value);
        fields.word("anchor", Anchor.class).to(value -> plan.anchor = value);
        fields.bool("recurring").to(value -> plan.recurring = Boolean.TRUE.equals(value));
        fields.word("priority", Priority.class).to(value -> plan.priority = value);
        fields.bool("is_primary").to(value -> plan.isPrimary = Boolean.TRUE.equals(value));
        tolerances(fields, plan);
        lastDone(fields, plan);
        intervals(fields, plan);
        duePoints(fields, plan);
        if (fields.has("required_parts")) {
            plan.requiredParts = parts(fields.items("required_parts", MAX_PARTS));
        }
    }

    private static void tolerances(Fields fields, Plan plan) {
        fields.decimal("lead_hours", 2, "0", MAX_HOURS).to(value -> plan.leadHours = value);
        fields.decimal("lead_km", 1, "0", MAX_KM).to(value -> plan.leadKm = value);
        fields.integer("lead_days", 0, MAX_DAYS).to(value -> plan.leadDays = value);
        fields.decimal("grace_hours", 2, "0", MAX_HOURS).to(value -> plan.graceHours = value);
        fields.decimal("grace_km", 1, "0", MAX_KM).to(value -> plan.graceKm = value);
        fields.integer("grace_days", 0, MAX_DAYS).to(value -> plan.graceDays = value);
    }

    private static void lastDone(Fields fields, Plan plan) {
        fields.time("last_done_at").to(value -> plan.lastDoneAt = value);
        fields.decimal("last_done_hours", 2, "0", MAX_HOURS).to(value -> plan.lastDoneHours = value);
        fields.decimal("last_done_km", 1, "0", MAX_KM).to(value -> plan.lastDoneKm = value);
    }

    /** A changed interval opens its due point, so that it is counted anew from the work last done. */
    private static void intervals(Fields fields, Plan plan) {
        fields.decimal("interval_hours", 2, "0.01", MAX_HOURS).to(value -> {
            plan.nextDueHours = same(value, plan.intervalHours) ? plan.nextDueHours : null;
            plan.intervalHours = value;
        });
        fields.decimal("interval_km", 1, "0.1", MAX_KM).to(value -> {
            plan.nextDueKm = same(value, plan.intervalKm) ? plan.nextDueKm : null;
            plan.intervalKm = value;
        });
        fields.integer("interval_days", 1, MAX_DAYS).to(value -> {
            plan.nextDueAt = same(value, plan.intervalDays) ? plan.nextDueAt : null;
            plan.intervalDays = value;
        });
    }

    private static <T extends Comparable<T>> boolean same(T one, T other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static void duePoints(Fields fields, Plan plan) {
        fields.time("next_due_at").to(value -> plan.nextDueAt = value);
        fields.decimal("next_due_hours", 2, "0", MAX_HOURS).to(value -> plan.nextDueHours = value);
        fields.decimal("next_due_km", 1, "0", MAX_KM).to(value -> plan.nextDueKm = value);
    }

    private static String parts(List<Fields> items) {
        var parts = JsonNodeFactory.instance.arrayNode();
        for (var item : items) {
            item.require("name");
            parts.addObject()
                    .put("sku", item.text("sku", 0, 100).value())
                    .put("name", item.text("name", 1, 200).value())
                    .put(
                            "quantity",
                            item.decimal("quantity", 3, "0.001", "999999999.999")
                                    .or(BigDecimal.ONE))
                    .put("unit", item.text("unit", 0, 20).value());
        }
        return parts.toString();
    }

    /** What a plan may not do without. */
    static void requireDuePoint(Fields fields, Plan plan) {
        if (plan.state != PlanState.COMPLETED && !plan.hasInterval() && !plan.hasDuePoint()) {
            fields.error("interval_hours", "plan_without_due_point");
        }
    }

    /** The machine, a list of machines or a filter: one of the three says whose plan it is. */
    static void requireOneTarget(Fields fields) {
        var given = TARGETS.stream().filter(fields::has).toList();
        if (given.size() > 1) {
            fields.error(given.get(1), "conflicting_values");
        } else {
            fields.require(given.isEmpty() ? TARGETS.get(0) : given.get(0));
        }
    }
}
