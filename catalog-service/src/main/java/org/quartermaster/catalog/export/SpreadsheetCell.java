package org.quartermaster.catalog.export;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A cell of a sheet: what spreadsheets count with as a number, the rest as text, which they never run. */
final class SpreadsheetCell {
    /** Digits that a spreadsheet keeps of a number (IEC 60559 binary64). */
    private static final int DIGITS = 15;

    /** Characters of a cell, of which a spreadsheet refuses more. */
    private static final int LONGEST = 32_767;

    /** What XML 1.0 has no character for, a carriage return, and what would be read as one of these (ST_Xstring). */
    private static final Pattern ESCAPED =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]|_(?=x[0-9A-Fa-f]{4}_)");

    private SpreadsheetCell() {}

    /** The letters of a column; the first has the number 0, and Z is followed by AA. */
    static String column(int number) {
        var last = Character.toString((char) ('A' + number % 26));
        return number < 26 ? last : column(number / 26 - 1) + last;
    }

    /** @param place such as {@code A1} */
    static String of(String place, Object value) {
        var text = CsvExport.text(value);
        if (value instanceof Number && new BigDecimal(text).stripTrailingZeros().precision() <= DIGITS) {
            return "<c r=\"" + place + "\"><v>" + text + "</v></c>";
        }
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml(cut(text))
                + "</t></is></c>";
    }

    /** NB: only JSON can be so long; the other formats have it whole. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    static String xml(String text) {
        var escaped = ESCAPED.matcher(text).replaceAll(SpreadsheetCell::code);
        return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String code(MatchResult found) {
        return "_x%04X_".formatted((int) found.group().charAt(0));
    }
}
