package org.quartermaster.equipment.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.equipment.rule.watch.Direction;
import org.quartermaster.equipment.rule.watch.Limits;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a rule, and says what does not fit its kind. */
final class RuleFields {
    static final BigDecimal LOW_FUEL = new BigDecimal("20");
    static final BigDecimal ENOUGH_FUEL = new BigDecimal("25");

    private static final String MOST = "1000000000000000";
    private static final BigDecimal FULL = new BigDecimal("100");
    private static final BigDecimal YEAR_MINUTES = new BigDecimal("525600");

    private static final Map<RuleKind, Set<String>> ALLOWED = Map.of(
            RuleKind.LOW_FUEL, Set.of("raise_at", "clear_at", "raise_count", "clear_count"),
            RuleKind.FUEL_DROP, Set.of("raise_at"),
            RuleKind.SILENT, Set.of("raise_at"),
            RuleKind.GEOFENCE, Set.of("settings"),
            RuleKind.THRESHOLD, Set.of("measure", "direction", "raise_at", "clear_at", "raise_count", "clear_count"));
    private static final List<String> OF_KINDS =
            List.of("measure", "direction", "raise_at", "clear_at", "raise_count", "clear_count", "settings");

    private RuleFields() {}

    /** What to tell of the crossing of a zone. */
    enum AlertOn {
        ENTER,
        EXIT,
        BOTH
    }

    /** Reads all that may change; {@link #check} comes after. */
    static void apply(Fields fields, AlertRule rule) {
        fields.text("name", 1, 200).to(value -> rule.name = value);
        fields.text("name_ar", 0, 200).to(value -> rule.nameAr = value);
        fields.text("measure", 0, 60).to(value -> rule.measure = value);
        fields.word("direction", Direction.class).to(value -> rule.direction = value);
        fields.decimal("raise_at", 9, "-" + MOST, MOST).to(value -> rule.raiseAt = plain(value));
        fields.decimal("clear_at", 9, "-" + MOST, MOST).to(value -> rule.clearAt = plain(value));
        fields.integer("raise_count", 1, Limits.MAX_COUNT).to(value -> rule.raiseCount = value == null ? 1 : value);
        fields.integer("clear_count", 1, Limits.MAX_COUNT).to(value -> rule.clearCount = value == null ? 1 : value);
        fields.word("priority", Priority.class).to(value -> rule.priority = value);
        fields.bool("enabled").to(value -> rule.enabled = Boolean.TRUE.equals(value));
        settings(fields, rule);
    }

    /** As the database gives it back, so that the same value is no change. */
    private static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void settings(Fields fields, AlertRule rule) {
        var given = fields.nested("settings");
        var zone = given.text("zone_id", 1, 50);
        var alertOn = given.word("alert_on", AlertOn.class);
        if (!fields.has("settings")) {
            return;
        }
        if (zone.value() == null) {
            given.error("zone_id", "missing");
            return;
        }
        rule.settings = JsonNodeFactory.instance
                .objectNode()
                .put("zone_id", zone.value())
                .put("alert_on", Words.of(alertOn.or(AlertOn.BOTH)))
                .toString();
    }

    /** Notes what does not fit the kind, and what does not fit together. */
    static void check(Fields fields, AlertRule rule) {
        if (rule.kind == null) {
            return;
        }
        for (var name : OF_KINDS) {
            if (fields.has(name) && !ALLOWED.get(rule.kind).contains(name)) {
                fields.error(name, "not_of_kind", Words.of(rule.kind));
            }
        }
        switch (rule.kind) {
            case LOW_FUEL -> lowFuel(fields, rule);
            case FUEL_DROP -> {
                required(fields, "raise_at", rule.raiseAt);
                between(fields, "raise_at", rule.raiseAt, BigDecimal.ONE, FULL);
            }
            case SILENT -> silent(fields, rule);
            case GEOFENCE -> required(fields, "settings", rule.settings);
            case THRESHOLD -> threshold(fields, rule);
        }
    }

    private static void lowFuel(Fields fields, AlertRule rule) {
        between(fields, "raise_at", rule.raiseAt, BigDecimal.ZERO, FULL);
        between(fields, "clear_at", rule.clearAt, BigDecimal.ZERO, FULL);
        rule.raiseAt = rule.raiseAt == null ? LOW_FUEL : rule.raiseAt;
        rule.clearAt = rule.clearAt == null ? ENOUGH_FUEL.max(rule.raiseAt) : rule.clearAt;
        sides(fields, Direction.BELOW, rule);
    }

    private static void silent(Fields fields, AlertRule rule) {
        between(fields, "raise_at", rule.raiseAt, BigDecimal.ONE, YEAR_MINUTES);
        if (rule.raiseAt != null && rule.raiseAt.stripTrailingZeros().scale() > 0) {
            fields.error("raise_at", "int_parsing");
        }
    }

    private static void threshold(Fields fields, AlertRule rule) {
        required(fields, "measure", rule.measure);
        required(fields, "direction", rule.direction);
        required(fields, "raise_at", rule.raiseAt);
        if (rule.measure != null && !Measure.isKnown(rule.measure)) {
            fields.error("measure", "enum", Measure.names());
        }
        rule.clearAt = rule.clearAt == null ? rule.raiseAt : rule.clearAt;
        sides(fields, rule.direction, rule);
    }

    private static void required(Fields fields, String name, Object value) {
        if (value == null
                && fields.errors().stream().noneMatch(error -> error.field().equals(name))) {
            fields.error(name, "missing");
        }
    }

    private static void between(Fields fields, String name, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value != null && value.compareTo(min) < 0) {
            fields.error(name, "greater_than_equal", min.toPlainString());
        } else if (value != null && value.compareTo(max) > 0) {
            fields.error(name, "less_than_equal", max.toPlainString());
        }
    }

    /** An alert ends on the other side of where it is raised, or at the same value. */
    private static void sides(Fields fields, Direction direction, AlertRule rule) {
        if (direction == null || rule.raiseAt == null || rule.clearAt == null) {
            return;
        }
        var side = rule.clearAt.compareTo(rule.raiseAt);
        if (direction == Direction.BELOW && side < 0) {
            fields.error("clear_at", "greater_than_equal", rule.raiseAt.toPlainString());
        } else if (direction == Direction.ABOVE && side > 0) {
            fields.error("clear_at", "less_than_equal", rule.raiseAt.toPlainString());
        }
    }
}
