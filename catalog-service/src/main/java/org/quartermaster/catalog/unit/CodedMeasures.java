package org.quartermaster.catalog.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.quartermaster.catalog.text.Fold;
import org.quartermaster.catalog.unit.Measure.Kind;
import org.quartermaster.catalog.unit.Measure.Op;

/** Finds what is no amount: sizes of clothes, metric threads, protection classes, standards. */
final class CodedMeasures {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String SIZE_WORD = "size|sz|größe|grösse|gr\\.|talla|taille|размер|р-р|величина|големина|مقاس";
    private static final String LETTERS =
            "X{0,4}[SL]|\\dXL|M|Extra large|Medium|Large|Small|كبير جدا|كبير|متوسط|وسط|صغير";
    private static final Pattern NAMED_SIZE = Pattern.compile(
            "(?<!\\p{L})(?:" + SIZE_WORD + ")\\s*[:=.]?\\s*(?:extra large\\s*\\()?(" + LETTERS
                    + "|\\p{Nd}{1,2}(?![\\p{Nd}.,]))(?![\\p{L}])",
            FLAGS);
    private static final Pattern BARE_SIZE =
            Pattern.compile("(?<=[\\s,(])(X{1,4}[SL]|\\dXL|[SML])(?=\\s*[,;)]|\\s+-|\\s*$|\\s+\\p{Nd}+\\s+\\p{L})");
    private static final Pattern THREAD =
            Pattern.compile("(?<![\\p{L}\\p{N}])[MМ](\\p{Nd}{1,2})(?![\\p{Nd}.])(?![\\p{L}&&[^xх]])");
    private static final Pattern PROTECTION =
            Pattern.compile("(?<![\\p{L}\\p{N}])IP\\s?([0-6X][0-9X]K?)(?![\\p{L}\\p{N}])", FLAGS);
    private static final Pattern STANDARD = Pattern.compile(
            "(?<![\\p{L}\\p{N}])((?:EN|ISO|DIN|ANSI|CSA|AS/NZS|ГОСТ|GOST|UL|ASTM|IEC)(?:[ /](?:EN|ISO|IEC|ISEA))*)[ -]?([A-Z]{0,2}\\p{Nd}[\\p{Nd}.]*\\p{Nd}|\\p{Nd})(?:[-:]\\p{Nd}+)*");

    private CodedMeasures() {}

    static List<Measure> in(String text) {
        var found = new ArrayList<Measure>();
        add(found, NAMED_SIZE, Kind.SIZE, text, match -> size(match.group(1)));
        if (found.isEmpty()) {
            add(found, BARE_SIZE, Kind.SIZE, text, match -> size(match.group(1)));
        }
        add(found, THREAD, Kind.THREAD, text, match -> "M" + Fold.fold(match.group(1)));
        add(
                found,
                PROTECTION,
                Kind.PROTECTION,
                text,
                match -> "IP" + match.group(1).toUpperCase(Locale.ROOT));
        add(found, STANDARD, Kind.STANDARD, text, match -> match.group(1) + " " + match.group(2));
        return found;
    }

    private static void add(
            List<Measure> found, Pattern pattern, Kind kind, String text, Function<MatchResult, String> value) {
        pattern.matcher(text)
                .results()
                .map(match -> new Measure(
                        kind,
                        null,
                        kind == Kind.PROTECTION ? Bound.of(text, match.start(), match.end()) : Op.EQ,
                        null,
                        null,
                        null,
                        value.apply(match),
                        match.start(),
                        match.end()))
                .forEach(found::add);
    }

    private static String size(String word) {
        var folded = Fold.fold(word).toUpperCase(Locale.ROOT);
        return switch (folded) {
            case "SMALL", "صغير" -> "S";
            case "MEDIUM", "متوسط", "وسط" -> "M";
            case "LARGE", "كبير" -> "L";
            case "EXTRA LARGE", "كبير جدا" -> "XL";
            case "2XL" -> "XXL";
            case "3XL" -> "XXXL";
            default -> folded;
        };
    }
}
