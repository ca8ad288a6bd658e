package org.quartermaster.catalog.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;

/** Finds the quantity in a line of a request, by the rules of catalog.md 3.7. */
public final class Quantities {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String LABEL =
            "qty|q'ty|quantity|quantities|menge|anzahl|cantidad|cant|quantité|quantite|qté|количество|"
                    + "кол-во|кол|количина|الكمية|كمية|العدد|عدد";
    private static final String NUMBER = "(" + Numbers.PATTERN + ")";
    private static final String WORD = "(\\p{L}[\\p{L}\\p{M}²³23]*)";
    private static final String OF = "(?:\\s+(?:of|à|a|de|zu|по|од|من|with)\\s+" + NUMBER + "|\\s*\\(\\s*" + NUMBER
            + "\\s?(?:pcs|/\\p{L}+)?\\))?";
    private static final Pattern LABELLED = Pattern.compile(
            "(?<!\\p{L})(?:" + LABEL + ")\\.?\\s*[:=\\-]?\\s*" + NUMBER + "(?:\\s*" + WORD + ")?" + OF, FLAGS);
    private static final Pattern COUNTED =
            Pattern.compile("(?<![\\p{L}\\p{N}.,/×x*-])" + NUMBER + "\\s?" + WORD + "\\.?" + OF, FLAGS);
    private static final Pattern MEASURED =
            Pattern.compile("(?:^|\\s[-–—:]\\s*|\\.{3,}\\s*|:\\s+)" + NUMBER + "\\s?" + WORD + "\\.?\\s*$", FLAGS);
    private static final Pattern MEASURED_OF =
            Pattern.compile("^" + NUMBER + "\\s?" + WORD + "\\s+(?:of|de|d')\\s", FLAGS);
    private static final Pattern TIMES_BEFORE = Pattern.compile("^" + NUMBER + "\\s*[x×х]\\s*(?=[\\p{L}(\"])", FLAGS);
    private static final Pattern TIMES_AFTER = Pattern.compile("(?<=\\s|-|,)[x×х]\\s*" + NUMBER + "\\s*$", FLAGS);
    private static final Pattern AT_END = Pattern.compile("(?:\\.{3,}|…|\\s[-–—:=]|:|\\t)\\s*" + NUMBER + "\\s*$");
    private static final Pattern AT_START = Pattern.compile("^" + NUMBER + "\\s+(?=\\p{L}{3,})" + WORD);
    private static final Pattern NOT_COUNTED = Pattern.compile(
            "(?:ply|phase|way|pole|core|piece|part|port|wire|leg|zone|channel|inch|line|tier|step|drawer)s?", FLAGS);
    private static final Pattern CONTENT_BEFORE =
            Pattern.compile("(?:\\p{L}\\s+(?:of|à|de|zu|по|од|من)|(?:set|kit|pack|طقم)\\s?\\(?)\\s*$", FLAGS);
    private static final Pattern CONTENT_AFTER = Pattern.compile(
            "^\\s*(?:/|per\\s|in a\\s|each\\b|pro\\s|par\\s|por\\s|в\\s|set\\b|kit\\b|socket set)", FLAGS);

    private final Units units;

    public Quantities(Units units) {
        this.units = units;
    }

    /**
     * Finds the quantity of a line.
     *
     * @param line its text without the item's own number
     * @param habit of the document
     */
    public Quantity in(String line, NumberHabit habit) {
        return labelled(line, habit)
                .or(() -> counted(line, habit))
                .or(() -> first(MEASURED, line, habit, true))
                .or(() -> first(MEASURED_OF, line, habit, true))
                .or(() -> first(TIMES_BEFORE, line, habit, false))
                .or(() -> first(TIMES_AFTER, line, habit, false))
                .or(() -> first(AT_END, line, habit, false))
                .or(() -> leading(line, habit))
                .orElseGet(Quantity::missing);
    }

    /**
     * Reads the cells of a table.
     *
     * @param number the cell of the quantity, perhaps with its unit
     * @param unit the cell of the unit, empty when the table has none
     */
    public Quantity inCells(String number, String unit, NumberHabit habit) {
        var cell = number.strip().replaceAll("(?<=\\p{Nd}) (?=\\p{Nd}{3}(?!\\p{Nd}))", "");
        if (!cell.matches(Numbers.PATTERN)) {
            return cell.isEmpty() ? Quantity.missing() : in(cell, habit);
        }
        var uom = units.find(unit);
        var raw = unit.isBlank() ? null : unit.strip();
        return quantity(cell, uom.map(Unit::code).orElse(null), raw, null, habit, 0, number.length());
    }

    private Optional<Quantity> labelled(String line, NumberHabit habit) {
        var matcher = LABELLED.matcher(line);
        return matcher.find() ? Optional.of(withUnit(matcher, habit)) : Optional.empty();
    }

    /** The last number before a count word that does not say what a pack holds. */
    private Optional<Quantity> counted(String line, NumberHabit habit) {
        var matcher = COUNTED.matcher(line);
        Quantity last = null;
        var from = 0;
        while (from < line.length() && matcher.find(from)) {
            var isQuantity = units.find(matcher.group(2))
                            .filter(Unit::isCounted)
                            .isPresent()
                    && !CONTENT_BEFORE
                            .matcher(line.substring(0, matcher.start()))
                            .find()
                    && !CONTENT_AFTER.matcher(line.substring(matcher.end(2))).find();
            if (isQuantity) {
                last = withUnit(matcher, habit);
            }
            from = isQuantity ? matcher.end() : matcher.end(2);
        }
        return Optional.ofNullable(last);
    }

    private Quantity withUnit(MatchResult found, NumberHabit habit) {
        var unit = found.group(2) == null ? Optional.<Unit>empty() : units.find(found.group(2));
        var content = found.group(3) == null ? found.group(4) : found.group(3);
        var perPack = unit.isEmpty() || content == null
                ? null
                : Numbers.read(content, habit).orElse(null);
        var end = unit.isEmpty() ? found.end(1) : found.end();
        return quantity(
                found.group(1),
                unit.map(Unit::code).orElse(null),
                unit.isEmpty() ? null : found.group(2),
                perPack,
                habit,
                found.start(),
                end);
    }

    private Optional<Quantity> first(Pattern pattern, String line, NumberHabit habit, boolean hasUnit) {
        var matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (!hasUnit) {
            return Optional.of(quantity(matcher.group(1), null, null, null, habit, matcher.start(), matcher.end()));
        }
        return units.find(matcher.group(2))
                .filter(Quantities::isSoldBy)
                .map(unit -> quantity(
                        matcher.group(1), unit.code(), matcher.group(2), null, habit, matcher.start(), matcher.end()));
    }

    private Optional<Quantity> leading(String line, NumberHabit habit) {
        Matcher matcher = AT_START.matcher(line);
        var isCount = matcher.find()
                && units.find(matcher.group(2)).isEmpty()
                && !NOT_COUNTED.matcher(matcher.group(2)).matches();
        return isCount
                ? Optional.of(quantity(matcher.group(1), null, null, null, habit, matcher.start(1), matcher.end(1)))
                : Optional.empty();
    }

    private static boolean isSoldBy(Unit unit) {
        return unit.isCounted()
                || switch (unit.dimension()) {
                    case "length", "area", "volume", "mass" ->
                        !unit.code().equals("MMT") && !unit.code().equals("INH");
                    default -> false;
                };
    }

    private static Quantity quantity(
            String number, String uom, String raw, BigDecimal perPack, NumberHabit habit, int start, int end) {
        var value = Numbers.read(number, habit);
        if (value.isPresent() && value.get().signum() == 0) {
            return Quantity.missing();
        }
        return new Quantity(
                value.orElse(null), uom, raw, perPack, value.isEmpty() ? Quantity.AMBIGUOUS : null, start, end);
    }
}
