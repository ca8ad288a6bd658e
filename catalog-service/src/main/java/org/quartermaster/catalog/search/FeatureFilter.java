package org.quartermaster.catalog.search;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
        var texts =
                switch (operator) {
                    case "between" -> Arrays.asList(value.split("\\.\\.", 2));
                    case "in" ->
                        Arrays.stream(value.split(","))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .toList();
                    default -> List.of(value);
                };
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
        var units = units(amounts);
        if (units.contains(Optional.<Unit>empty())) {
            if (texts.isEmpty()) {
                query.error(FIELD, "unit.unknown");
            }
            return new FeatureFilter(name, null, List.of(), texts);
        }
        var dimensions =
                units.stream().map(unit -> unit.get().dimension()).distinct().toList();
        if (dimensions.size() > 1) {
            query.error(FIELD, "unit.mismatch");
        }
        var values = IntStream.range(0, amounts.size())
                .mapToObj(i -> base(amounts.get(i).value(), units, i))
                .toList();
        if (operator.equals("between") && (values.size() < 2 || values.get(0).compareTo(values.get(1)) > 0)) {
            query.error(FIELD, "feature.form");
            return null;
        }
        return new FeatureFilter(
                name, dimensions.isEmpty() ? null : dimensions.get(0), ranges(operator, values), texts);
    }

    /**
     * The unit of each amount, none at all where none has one. NB: {@code 1..2 kg} names its unit once, and
     * {@code 450 g,1 kg} names two.
     */
    private static List<Optional<Unit>> units(List<Amount> amounts) {
        var named = amounts.stream().map(Amount::unit).filter(Objects::nonNull).toList();
        return named.isEmpty()
                ? List.of()
                : amounts.stream()
                        .map(amount -> amount.unit() == null ? named.get(named.size() - 1) : amount.unit())
                        .map(Units.standard()::find)
                        .toList();
    }

    private static BigDecimal base(BigDecimal value, List<Optional<Unit>> units, int at) {
        return units.isEmpty() ? value : units.get(at).get().toBase(value);
    }

    private static List<Range> ranges(String operator, List<BigDecimal> values) {
        return switch (operator) {
            case "ge" -> List.of(new Range(values.get(0), null));
            case "le" -> List.of(new Range(null, values.get(0)));
            case "between" -> List.of(new Range(values.get(0), values.get(1)));
            default -> values.stream().map(value -> new Range(value, value)).toList();
        };
    }
}
