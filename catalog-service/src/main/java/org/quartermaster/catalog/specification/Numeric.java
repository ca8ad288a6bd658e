package org.quartermaster.catalog.specification;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number or a range with its unit, read from a text that says nothing else, such as {@code 18 V} or {@code 100-115 mm}.
 *
 * @param high the same as {@code low} for one number
 * @param unit the word behind it, or null
 */
record Numeric(BigDecimal low, BigDecimal high, String unit) {
    private static final String NUMBER = "([-+]?\\d{1,15}(?:[.,]\\d{1,15})?)";
    private static final Pattern TEXT = Pattern.compile(
            "\\s*" + NUMBER + "(?:\\s*(?:-|–|\\.\\.|to)\\s*" + NUMBER + ")?\\s*([^\\d\\s]\\S{0,15})?\\s*");
    /** A comma before three digits may group thousands: such a number is not read. */
    private static final Pattern DOUBTFUL = Pattern.compile("[-+]?\\d{1,3},\\d{3}");

    static Optional<Numeric> read(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches() || isDoubtful(matcher.group(1)) || isDoubtful(matcher.group(2))) {
            return Optional.empty();
        }
        var low = number(matcher.group(1));
        var high = matcher.group(2) == null ? low : number(matcher.group(2));
        return low.compareTo(high) > 0 ? Optional.empty() : Optional.of(new Numeric(low, high, matcher.group(3)));
    }

    private static boolean isDoubtful(String number) {
        return number != null && DOUBTFUL.matcher(number).matches();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    boolean isRange() {
        return low.compareTo(high) != 0;
    }
}
