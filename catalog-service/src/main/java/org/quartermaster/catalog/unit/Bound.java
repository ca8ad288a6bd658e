package org.quartermaster.catalog.unit;

import java.util.regex.Pattern;
import org.quartermaster.catalog.unit.Measure.Op;

/** Reads from the words around a number whether it is a lower or an upper bound. */
final class Bound {
    private static final String LEAST =
            "min|minimum|at least|not less than|no less than|from|over|>=|≥|>|mindestens|ab|"
                    + "mínimo|minimo|mín|al menos|desde|au moins|au minimum|не менее|не меньше|от|минимум|мин|најмање|барем|најмалку|"
                    + "не помалку од|على الأقل|لا يقل عن|لا تقل عن|حد أدنى";
    private static final String MOST =
            "max|maximum|at most|up to|not more than|no more than|not exceeding|below|under|<=|≤|<|"
                    + "höchstens|bis zu|bis|máximo|máx|hasta|au plus|jusqu'à|maxi|не более|не больше|до|максимум|макс|највише|највеќе|"
                    + "не повеќе од|على الأكثر|لا يزيد عن|لا تزيد عن|حد أقصى";
    private static final String LEAST_AFTER =
            "minimum|min|or more|or better|or above|or higher|and above|and up|\\+|oder mehr|"
                    + "oder besser|mindestens|o más|o mas|o superior|ou plus|ou mieux|minimum|и более|и выше|или выше|или больше|или више|"
                    + "или повеќе|أو أكثر|أو أعلى|فأكثر|على الأقل";
    private static final String MOST_AFTER =
            "maximum|max|or less|or lower|or below|and below|oder weniger|o menos|ou moins|"
                    + "и менее|или меньше|или мање|или помалку|أو أقل|على الأكثر";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String NAME_BETWEEN = "\\.?:?\\s*(?:\\p{L}+\\s+(?:of\\s+)?)?$";
    private static final Pattern GE_BEFORE = Pattern.compile("(?<!\\p{L})(?:" + LEAST + ")" + NAME_BETWEEN, FLAGS);
    private static final Pattern LE_BEFORE = Pattern.compile("(?<!\\p{L})(?:" + MOST + ")" + NAME_BETWEEN, FLAGS);
    private static final Pattern GE_AFTER = Pattern.compile(
            "^\\s*(?:\\p{Lu}{3}\\s)?[,(]?\\s*(?:" + LEAST_AFTER + ")(?![\\p{L}\\p{N}])(?!\\.?\\s*\\p{N})", FLAGS);
    private static final Pattern LE_AFTER = Pattern.compile(
            "^\\s*(?:\\p{Lu}{3}\\s)?[,(]?\\s*(?:" + MOST_AFTER + ")(?![\\p{L}\\p{N}])(?!\\.?\\s*\\p{N})", FLAGS);
    private static final int WINDOW = 40;

    private Bound() {}

    /** @param start where the number starts; @param end where its unit ends */
    static Op of(String text, int start, int end) {
        var before = text.substring(Math.max(0, start - WINDOW), start);
        var after = text.substring(end, Math.min(text.length(), end + WINDOW));
        if (GE_BEFORE.matcher(before).find() || GE_AFTER.matcher(after).find()) {
            return Op.GE;
        }
        return LE_BEFORE.matcher(before).find() || LE_AFTER.matcher(after).find() ? Op.LE : Op.EQ;
    }
}
