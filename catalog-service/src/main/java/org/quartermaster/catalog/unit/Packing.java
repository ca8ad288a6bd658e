package org.quartermaster.catalog.unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How goods are packed, one step from the inner to the outer pack.
 *
 * @param count how many are in the pack
 * @param of code of the inner pack, null for the goods themselves
 * @param in code of the pack
 * @param name the name of the specification: {@code content per roll}, {@code rolls per box}
 */
public record Packing(BigDecimal count, String of, String in, String name) {
    private static final Pattern STEP = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,/])(\\p{Nd}{1,6})\\s?(?:(?:pcs|pieces|pc)?\\s?/\\s?|(?:pcs |pieces )?per )(\\p{L}+)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Reads "200/roll, 36/box".
     *
     * @param text a name or description
     * @return the steps in the order of the text; empty when it says nothing of packs
     */
    public static List<Packing> in(String text, Units units) {
        return text.lines()
                .flatMap(line -> ofLine(line, units).stream())
                .distinct()
                .toList();
    }

    /** NB: a description that says it once more begins with the inner pack again. */
    private static List<Packing> ofLine(String text, Units units) {
        var steps = new ArrayList<Packing>();
        Unit inner = null;
        for (var matcher = STEP.matcher(text); matcher.find(); ) {
            var pack = units.find(matcher.group(2)).filter(Unit::isPack).orElse(null);
            if (pack == null || pack.equals(inner)) {
                continue;
            }
            var content = inner == null ? "content" : plural(inner.symbol());
            steps.add(new Packing(
                    new BigDecimal(matcher.group(1)),
                    inner == null ? null : inner.code(),
                    pack.code(),
                    content + " per " + pack.symbol()));
            inner = pack;
        }
        return List.copyOf(steps);
    }

    private static String plural(String word) {
        return word.toLowerCase(Locale.ROOT) + (word.endsWith("x") ? "es" : "s");
    }
}
