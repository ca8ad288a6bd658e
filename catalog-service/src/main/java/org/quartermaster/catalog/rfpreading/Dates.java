package org.quartermaster.catalog.rfpreading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quartermaster.catalog.text.Fold;

/** Reads a date; one whose day and month could be exchanged is not guessed. */
final class Dates {
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:de )?(\\p{L}{3,})\\.?,?\\s+(?:de )?(\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final List<String> MONTHS = List.of(
            "jan|ene|янв|јан|يناير",
            "feb|fev|фев|فبراير",
            "mar|mär|maerz|мар|مارس",
            "apr|abr|avr|апр|ابريل",
            "may|mai|май|мая|мај|مايو",
            "jun|juin|июн|јун|يونيو",
            "jul|juil|июл|јул|يوليو",
            "aug|ago|aou|авг|اغسطس",
            "sep|сен|септ|سبتمبر",
            "oct|okt|окт|اكتوبر",
            "nov|ноя|нов|نوفمبر",
            "dec|dez|dic|дек|дец|ديسمبر");

    private Dates() {}

    static Optional<LocalDate> read(String text) {
        var folded = Fold.fold(text);
        return iso(folded).or(() -> numbers(folded)).or(() -> named(folded));
    }

    private static Optional<LocalDate> iso(String text) {
        var matcher = ISO.matcher(text);
        return matcher.find() ? date(matcher.group(1), matcher.group(2), matcher.group(3)) : Optional.empty();
    }

    /** Day before month with dots; with other separators only when one of them is no month. */
    private static Optional<LocalDate> numbers(String text) {
        var matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var first = Integer.parseInt(matcher.group(1));
        var second = Integer.parseInt(matcher.group(3));
        var isDayFirst = ".".equals(matcher.group(2)) || first > 12 || first == second;
        if (!isDayFirst && second <= 12) {
            return Optional.empty();
        }
        return isDayFirst
                ? date(matcher.group(4), matcher.group(3), matcher.group(1))
                : date(matcher.group(4), matcher.group(1), matcher.group(3));
    }

    private static Optional<LocalDate> named(String text) {
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.find() && month(dayFirst.group(2)) > 0) {
            return date(dayFirst.group(3), String.valueOf(month(dayFirst.group(2))), dayFirst.group(1));
        }
        var monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.find() && month(monthFirst.group(1)) > 0
                ? date(monthFirst.group(3), String.valueOf(month(monthFirst.group(1))), monthFirst.group(2))
                : Optional.empty();
    }

    private static int month(String word) {
        for (var i = 0; i < MONTHS.size(); i++) {
            for (var start : MONTHS.get(i).split("\\|")) {
                if (word.startsWith(Fold.fold(start))) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
