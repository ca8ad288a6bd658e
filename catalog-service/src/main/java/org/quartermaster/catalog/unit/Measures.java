package org.quartermaster.catalog.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartermaster.catalog.unit.Measure.Kind;
import org.quartermaster.catalog.unit.Measure.Op;

/** Finds the numbers with units in a text, with their bounds and ranges, and with {@link CodedMeasures} the rest. */
public final class Measures {
    private static final String NUMBER = "\\p{Nd}+\\s?/\\s?\\p{Nd}+|\\p{Nd}+(?:[.,٫]\\p{Nd}+)?";
    private static final String UNIT = "[\\p{L}µ°%\"”][\\p{L}µ°·²³]*[23]?(?:\\([aA]\\))?";
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\p{L}\\p{N}.,/]|\\p{Lu}-)(?:(" + NUMBER + ")\\s?(-|–|—|\\.\\.\\.?|to)\\s?(" + NUMBER
                    + ")|(" + NUMBER + ")((?:\\s?[x×х*]\\s?(?:" + NUMBER + "))*))[\\s-]?(" + UNIT + ")");
    private static final Pattern FURTHER = Pattern.compile(NUMBER);
    private static final Pattern NAME_BEFORE =
            Pattern.compile("(" + Names.ALL + ")\\W*(?:\\p{L}+\\W+){0,2}$", Names.FLAGS);
    private static final Pattern NAME_AFTER = Pattern.compile("^\\W{0,2}(" + Names.ALL + ")(?!\\p{L})", Names.FLAGS);
    private static final int WINDOW = 30;

    private final Units units;

    public Measures(Units units) {
        this.units = units;
    }

    /**
     * Everything in a text that a product can be measured by, in the order of the text.
     *
     * @param text a name, a description, a line of a request
     */
    public List<Measure> in(String text) {
        var found = new ArrayList<Measure>();
        var amounts = AMOUNT.matcher(text);
        var from = 0;
        while (from <= text.length() && amounts.find(from)) {
            from = add(amounts, text, found);
        }
        found.addAll(CodedMeasures.in(text));
        found.sort(Comparator.comparingInt(Measure::start));
        return List.copyOf(found);
    }

    private int add(Matcher amount, String text, List<Measure> found) {
        var unit = unit(amount.group(6));
        if (unit.isEmpty()) {
            return amount.end(1) > 0 ? amount.end(1) : amount.end(4);
        }
        var op = Bound.of(text, amount.start(), amount.end());
        var name = name(text, amount.start(), amount.end());
        if (amount.group(1) != null) {
            found.add(number(amount, name, Op.BETWEEN, value(amount.group(1)), value(amount.group(3)), unit.get()));
        } else {
            values(amount, unit.get())
                    .forEach(value -> found.add(number(
                            amount, name, op, op == Op.LE ? null : value, op == Op.GE ? null : value, unit.get())));
        }
        return amount.end();
    }

    /** NB: "3M" is a maker, and a capital M no metre. */
    private Optional<Unit> unit(String word) {
        return word.equals("M") ? Optional.empty() : units.find(word).filter(unit -> !unit.isCounted());
    }

    /** NB: "3 x 2.5 mm2" counts wires, so only the last number is an area. */
    private static List<BigDecimal> values(MatchResult amount, Unit unit) {
        var values = new ArrayList<BigDecimal>();
        values.add(value(amount.group(4)));
        FURTHER.matcher(amount.group(5))
                .results()
                .map(further -> value(further.group()))
                .forEach(values::add);
        return unit.dimension().equals("length") ? values : values.subList(values.size() - 1, values.size());
    }

    private static Measure number(MatchResult at, String name, Op op, BigDecimal low, BigDecimal high, Unit unit) {
        var isTurned = low != null && high != null && low.compareTo(high) > 0;
        return new Measure(
                Kind.NUMBER, name, op, isTurned ? high : low, isTurned ? low : high, unit, null, at.start(), at.end());
    }

    private static String name(String text, int start, int end) {
        var after = NAME_AFTER.matcher(text.substring(end, Math.min(text.length(), end + WINDOW)));
        if (after.find()) {
            return Names.of(after.group(1));
        }
        var before = NAME_BEFORE.matcher(text.substring(Math.max(0, start - WINDOW), start));
        return before.find() ? Names.of(before.group(1)) : null;
    }

    private static BigDecimal value(String number) {
        var digits = new StringBuilder();
        number.chars()
                .forEach(c -> digits.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        var parts = digits.toString()
                .replace(" ", "")
                .replace('٫', '.')
                .replace(',', '.')
                .split("/");
        var first = new BigDecimal(parts[0]);
        return parts.length == 1 || new BigDecimal(parts[1]).signum() == 0
                ? first
                : first.divide(new BigDecimal(parts[1]), MathContext.DECIMAL64);
    }
}
