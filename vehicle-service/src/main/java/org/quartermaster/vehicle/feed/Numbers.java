package org.quartermaster.vehicle.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads numbers as the feed writes them: digits, and a decimal point. */
final class Numbers {
    private static final int MOST_DIGITS = 12;
    private static final int LONGEST = 40;
    private static final BigDecimal ODOMETER_UNKNOWN = BigDecimal.valueOf(9_999_999);
    private static final BigDecimal ODOMETER_LIMIT = BigDecimal.valueOf(1_000_000_000);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private Numbers() {}

    /** An amount of money; null where it is blank, or bad. */
    static BigDecimal money(Row row, Column column) {
        var number = required(row, column);
        if (number == null || number.scale() <= 2) {
            return number == null ? null : number.setScale(2, RoundingMode.UNNECESSARY);
        }
        row.say(Code.BAD_NUMBER, column, row.text(column));
        return null;
    }

    /** NB: rounded, because the text is kept beside it. */
    static BigDecimal odometer(Row row) {
        var number = required(row, Column.ODOMETER);
        if (number == null) {
            return null;
        }
        if (number.compareTo(ODOMETER_UNKNOWN) == 0) {
            row.say(Code.ODOMETER_SENTINEL, Column.ODOMETER, row.text(Column.ODOMETER));
            return null;
        }
        var rounded = number.setScale(1, RoundingMode.HALF_UP);
        if (rounded.compareTo(ODOMETER_LIMIT) >= 0) {
            row.say(Code.BAD_NUMBER, Column.ODOMETER, row.text(Column.ODOMETER));
            return null;
        }
        return rounded;
    }

    static Integer year(Row row) {
        var number = required(row, Column.YEAR);
        if (number == null) {
            return null;
        }
        if (number.scale() > 0) {
            row.say(Code.BAD_NUMBER, Column.YEAR, row.text(Column.YEAR));
            return null;
        }
        var year = number.longValue();
        if (year == 0) {
            row.say(Code.YEAR_UNKNOWN, Column.YEAR, row.text(Column.YEAR));
            return null;
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            row.say(Code.YEAR_OUT_OF_RANGE, Column.YEAR, row.text(Column.YEAR));
            row.keep(Column.YEAR);
            return null;
        }
        return (int) year;
    }

    /** A whole number that a lot can do without. */
    static Integer optionalWhole(Row row, Column column, int limit) {
        var number = optional(row, column, 0, limit);
        return number == null ? null : number.intValueExact();
    }

    /** A number that a lot can do without; one that does not fit is kept beside the lot as it came. */
    static BigDecimal optional(Row row, Column column, int scale, int limit) {
        var text = row.text(column);
        if (text == null) {
            return null;
        }
        var number = plain(text);
        if (number == null || number.scale() > scale || number.compareTo(BigDecimal.valueOf(limit)) > 0) {
            row.say(Code.BAD_OPTIONAL_VALUE, column, text);
            row.keep(column);
            return null;
        }
        return number.setScale(scale, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal required(Row row, Column column) {
        var text = row.text(column);
        if (text == null) {
            return null;
        }
        var separated = isSeparated(text);
        var number = plain(separated ? text.replace(",", "") : text);
        if (number == null) {
            row.say(Code.BAD_NUMBER, column, text);
        } else if (separated) {
            row.say(Code.NUMBER_SEPARATOR, column, text);
        }
        return number;
    }

    /** The number without zeros at the end of its decimals; null where it is none, or has too many digits. */
    private static BigDecimal plain(String text) {
        var point = text.indexOf('.');
        var whole = point < 0 ? text.length() : point;
        if (whole == 0 || whole > MOST_DIGITS || text.length() > LONGEST || point == text.length() - 1) {
            return null;
        }
        for (var i = 0; i < text.length(); i++) {
            if (i != point && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return null;
            }
        }
        var end = text.length();
        while (point >= 0 && end > point && (text.charAt(end - 1) == '0' || text.charAt(end - 1) == '.')) {
            end--;
        }
        return end > whole
                ? new BigDecimal(text.substring(0, end))
                : BigDecimal.valueOf(Long.parseLong(text, 0, whole, 10));
    }

    /** True when commas part groups of three digits. */
    private static boolean isSeparated(String text) {
        var first = text.indexOf(',');
        var point = text.indexOf('.');
        var whole = point < 0 ? text.length() : point;
        if (first < 1 || first > 3 || text.lastIndexOf(',') > whole) {
            return false;
        }
        for (var i = first; i < whole; i++) {
            if ((text.charAt(i) == ',') != ((i - first) % 4 == 0)) {
                return false;
            }
        }
        return (whole - first) % 4 == 0;
    }
}
