package org.quartermaster.vehicle.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/** Reads the day and the time of an auction as the feed writes them. */
final class SaleDay {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private SaleDay() {}

    /** Null when there is none, or a bad one. */
    static LocalDate date(Row row) {
        var text = row.text(Column.SALE_DATE);
        if (text == null || text.equals("0")) {
            row.say(Code.UNSCHEDULED, Column.SALE_DATE);
            return null;
        }
        var date = date(text);
        if (date == null) {
            row.say(Code.BAD_DATE, Column.SALE_DATE, text);
        }
        return date;
    }

    /** Null when it is not given, or bad. */
    static LocalTime time(Row row) {
        var text = row.text(Column.SALE_TIME);
        if (text == null || text.equals("0")) {
            row.say(Code.TIME_UNKNOWN, Column.SALE_TIME);
            return null;
        }
        var time = text.length() == 3 || text.length() == 4 ? number(text, 0, text.length()) : -1;
        if (time < 0 || time / 100 > 23 || time % 100 > 59) {
            row.say(Code.BAD_TIME, Column.SALE_TIME, text);
            return null;
        }
        return LocalTime.of(time / 100, time % 100);
    }

    static void compareWeekday(Row row, LocalDate date) {
        var weekday = row.text(Column.DAY_OF_WEEK);
        if (weekday != null && !weekday.equalsIgnoreCase(date.getDayOfWeek().name())) {
            row.say(Code.WEEKDAY_DISAGREES, Column.DAY_OF_WEEK, weekday);
        }
    }

    /** YYYYMMDD, YYYY-MM-DD or M/D/YYYY. */
    private static LocalDate date(String text) {
        var slash = text.indexOf('/');
        var second = text.indexOf('/', slash + 1);
        if (slash > 0 && slash < 3 && second > slash && second - slash < 4 && text.length() == second + 5) {
            return date(number(text, second + 1, second + 5), number(text, 0, slash), number(text, slash + 1, second));
        }
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return date(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        }
        return text.length() == 8 ? date(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)) : null;
    }

    private static LocalDate date(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The number that these digits write; -1 where others stand there. */
    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from == to ? -1 : number;
    }
}
