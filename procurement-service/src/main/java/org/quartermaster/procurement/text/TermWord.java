package org.quartermaster.procurement.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A word that is looked for.
 *
 * @param spellings one or two of them
 * @param isPrefix true where a longer word that begins with it is found too
 */
record TermWord(List<String> spellings, boolean isPrefix) {
    private static final int WHOLE = 3;

    static TermWord of(Word word, boolean forcedPrefix, boolean forcedWhole) {
        var isPrefix = !forcedWhole && (forcedPrefix || word.letters() > WHOLE);
        var isOne = word.bare().equals(word.digraph());
        return new TermWord(isOne ? List.of(word.digraph()) : List.of(word.digraph(), word.bare()), isPrefix);
    }

    boolean matches(Word word) {
        return spellings.stream()
                .anyMatch(spelling -> matches(spelling, word.digraph()) || matches(spelling, word.bare()));
    }

    private boolean matches(String spelling, String found) {
        return isPrefix ? found.startsWith(spelling) : found.equals(spelling);
    }

    String tsquery(String labels) {
        var suffix = (isPrefix ? "*" : "") + labels;
        var each = spellings.stream().map(spelling -> "'" + spelling + "'" + (suffix.isEmpty() ? "" : ":" + suffix));
        return spellings.size() == 1
                ? each.collect(Collectors.joining())
                : each.collect(Collectors.joining(" | ", "(", ")"));
    }
}
