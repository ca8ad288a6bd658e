package org.quartermaster.catalog.search;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.rest.Fields;

/**
 * A filter by a feature, such as {@code EF000167:le:0.5 kg}.
 *
 * @param name code or name of the feature
 * @param dimension what the unit measures; null without a unit
 * @param ranges of which one must overlap the product's, in the base unit where there is a unit
 * @param words values of which the product must have one
 */
record FeatureFilter(String name, String dimension, List<Range> ranges, List<String> words) {
    private static final String FIELD = "feature";
    private static final Pattern FORM = Pattern.compile("(.{1,300}?):(eq|ge|le|between|in):(.{1,300})", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("([+-]?[0-9]{1,15}(?:\\.[0-9]{1,10})?)\\s*(\\S.*)?");
    private static final Pattern CODE = Pattern.compile("(?i)EF[0-9A-Z]{6}");

    /** From low to high, both included; null is open. */
    record Range(BigDecimal low, BigDecimal high) {}

    /** A number with its unit, or null. */
    private record Amount(BigDecimal value, String unit) {
        static Amount of(String text) {
            var found = NUMBER.matcher(text.strip());
            return found.matches() ? new Amount(new BigDecimal(found.group(1)), found.group(2)) : null;
        }
    }

    /** Reads one; notes what is wrong and gives null. */
    static FeatureFilter read(Fields query, String text) {
        var form = FORM.matcher(text);
        if (!form.matches() || form.group(1).isBlank() || form.group(3).isBlank()) {
            query.error(FIELD, "feature.form");
            return null;
        }
        var name = form.group(1).strip();
        var known = CODE.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : name;
        return read(query, known, form.group(2), form.group(3).strip());
    }

    private static FeatureFilter read(Fields query, String name, String operator, String value) {
        var isListed = operator.equals("eq") || operator.equals("in");
        var texts = switch (operator) {
            case "between" -> Arrays.asList(value.split("\\.\\.", 2));
            case "in" -> Arrays.stream(value.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
            default -> List.of(value);};
        var amounts = texts.stream().map(Amount::of).toList();
        if (amounts.contains(null) || amounts.isEmpty()) {
            if (isListed && !texts.isEmpty()) {
                return new FeatureFilter(name, null, List.of(), texts);
            }
            query.error(FIELD, "feature.form");
            return null;
        }
        return measured(query, name, operator, amounts, isListed ? texts : List.of());
    }

    private static FeatureFilter measured(
            Fields query, String name, String operator, List<Amount> amounts, List<String> texts) {
        var word = amounts.get(amounts.size() - 1).unit();
        var unit = word == null ? null : Units.standard().find(word).orElse(null);
        if (word != null && unit == null) {
            if (!texts.isEmpty()) {
                return new FeatureFilter(name, null, List.of(), texts);
            }
            query.error(FIELD, "unit.unknown", word);
            return null;
        }
        var values = amounts.stream().map(amount -> base(amount.value(), unit)).toList();
        if (operator.equals("between") && (values.size() < 2 || values.get(0).compareTo(values.get(1)) > 0)) {
            query.error(FIELD, "feature.form");
            return null;
        }
        return new FeatureFilter(name, unit == null ? null : unit.dimension(), ranges(operator, values), texts);
    }

    private static BigDecimal base(BigDecimal value, Unit unit) {
        return unit == null ? value : unit.toBase(value);
    }

    private static List<Range> ranges(String operator, List<BigDecimal> values) {
        return switch (operator) {
            case "ge" -> List.of(new Range(values.get(0), null));
            case "le" -> List.of(new Range(null, values.get(0)));
            case "between" -> List.of(new Range(values.get(0), values.get(1)));
            default -> values.stream().map(value -> new Range(value, value)).toList();};
    }
}
