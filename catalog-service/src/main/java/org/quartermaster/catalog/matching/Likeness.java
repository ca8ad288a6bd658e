package org.quartermaster.catalog.matching;

/** Tells a typing error from another word. */
final class Likeness {
    private static final int ONE_FROM = 4;
    private static final int TWO_FROM = 8;

    private Likeness() {}

    /** Whether a word is long enough to be another one that was mistyped. */
    static boolean canBeTypo(String word) {
        return word.length() >= ONE_FROM && !Terms.hasDigit(word);
    }

    /** One wrong, missing, extra or swapped letter from 4 letters on, two from 8 on; numbers have no typing errors. */
    static boolean isTypo(String word, String other) {
        var allowed = word.length() >= TWO_FROM ? 2 : 1;
        if (word.length() < ONE_FROM
                || Math.abs(word.length() - other.length()) > allowed
                || Terms.hasDigit(word)
                || Terms.hasDigit(other)) {
            return false;
        }
        return distance(word, other, allowed) <= allowed;
    }

    /** Damerau's distance of adjacent swaps, or more than allowed as soon as that is certain. */
    private static int distance(String a, String b, int allowed) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.length(); j++) {
                var cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > allowed) {
                return least;
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
