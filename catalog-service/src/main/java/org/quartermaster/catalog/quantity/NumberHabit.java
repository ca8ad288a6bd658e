package org.quartermaster.catalog.quantity;

import java.util.regex.Pattern;

/** Which of dot and comma stands before the decimals in a document. */
public enum NumberHabit {
    DECIMAL_DOT,
    DECIMAL_COMMA,
    UNKNOWN;

    private static final String ALONE = "(?<![\\p{Nd}.,\\p{L}])";
    private static final String END = "(?![\\p{Nd}]|[.,]\\p{Nd})";
    private static final Pattern DOT = Pattern.compile(ALONE
            + "(?:\\p{Nd}{1,3}(?:,\\p{Nd}{3})+\\.\\p{Nd}+|\\p{Nd}{1,3}(?:,\\p{Nd}{3}){2,}|\\p{Nd}+\\.\\p{Nd}{1,2}|0\\.\\p{Nd}+)"
            + END);
    private static final Pattern COMMA = Pattern.compile(ALONE
            + "(?:\\p{Nd}{1,3}(?:\\.\\p{Nd}{3})+,\\p{Nd}+|\\p{Nd}{1,3}(?:\\.\\p{Nd}{3}){2,}|\\p{Nd}+,\\p{Nd}{1,2}|0,\\p{Nd}+)"
            + END);

    /**
     * The habit that the unambiguous numbers of a document show.
     *
     * @param document its whole text
     */
    public static NumberHabit of(String document) {
        var dots = DOT.matcher(document).results().count();
        var commas = COMMA.matcher(document).results().count();
        if (dots == commas) {
            return UNKNOWN;
        }
        return dots > commas ? DECIMAL_DOT : DECIMAL_COMMA;
    }
}
