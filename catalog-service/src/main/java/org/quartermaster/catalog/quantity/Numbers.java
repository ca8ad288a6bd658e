package org.quartermaster.catalog.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers in the writings of all scripts and countries; an ambiguous one only by the habit of its document. */
public final class Numbers {
    /** A number as part of a longer pattern, without a group of its own. */
    static final String PATTERN = "\\p{Nd}+(?:[.,'’\\u00A0\\u202F٬٫]\\p{Nd}+)*";

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})*");
    private static final Pattern GROUPED_DECIMAL =
            Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:,\\d{3})+\\.\\d+");
    private static final Pattern DECIMAL = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private Numbers() {}

    /**
     * Reads a number.
     *
     * @param text one number, digits of any script, with separators
     * @param habit of its document; decides what {@code 1.000} means
     * @return nothing when it is no number, or one that could be two numbers
     */
    public static Optional<BigDecimal> read(String text, NumberHabit habit) {
        var plain = plain(text);
        if (GROUPED_DECIMAL.matcher(plain).matches()) {
            var decimal = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
            return Optional.of(new BigDecimal(
                    withoutSeparators(plain.substring(0, decimal)) + "." + plain.substring(decimal + 1)));
        }
        var grouped = GROUPED.matcher(plain);
        if (grouped.matches() && !plain.startsWith("0")) {
            return grouped(plain, grouped.group(1), habit);
        }
        return DECIMAL.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')))
                : Optional.empty();
    }

    private static Optional<BigDecimal> grouped(String plain, String separator, NumberHabit habit) {
        var thousands = Optional.of(new BigDecimal(withoutSeparators(plain)));
        var decimals = Optional.of(new BigDecimal(plain.replace(',', '.').replaceFirst("\\.(?=.*\\.)", "")));
        var isOne = plain.indexOf(separator) == plain.lastIndexOf(separator);
        if (!isOne) {
            return thousands;
        }
        // NB: "1,000" is a thousand unless the document writes decimal commas; "1.000" alone is anybody's guess.
        return switch (habit) {
            case DECIMAL_DOT -> separator.equals(".") ? decimals : thousands;
            case DECIMAL_COMMA -> separator.equals(",") ? decimals : thousands;
            case UNKNOWN -> separator.equals(",") ? thousands : Optional.empty();
        };
    }

    private static String withoutSeparators(String number) {
        return number.replace(".", "").replace(",", "");
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.strip().chars().forEach(letter -> {
            if (Character.isDigit(letter)) {
                plain.append(Character.digit(letter, 10));
            } else if (letter == '٫') {
                plain.append('.');
            } else if ("'’\u00A0\u202F٬".indexOf(letter) < 0) {
                plain.append((char) letter);
            }
        });
        return plain.toString();
    }
}
