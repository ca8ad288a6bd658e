package org.quartermaster.catalog.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.catalog.unit.Units;

/**
 * One word or phrase of a search.
 *
 * @param words in the form that texts are folded to
 * @param excluded whether what has it is left out
 * @param either how else it may be written, such as {@code 18 v} for {@code 18v}; null where there is no other way
 */
record SearchTerm(List<String> words, boolean excluded, List<String> either) {
    private static final Pattern AMOUNT = Pattern.compile("(\\p{Nd}+(?:[.,]\\p{Nd}+)?)(\\p{L}{1,3})");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]{4,64}");

    static SearchTerm of(List<String> words, boolean excluded) {
        return new SearchTerm(words, excluded, null);
    }

    /** The number with its unit, both as one word and as two; empty where the text is nothing like that. */
    static Optional<SearchTerm> amount(String text) {
        var amount = AMOUNT.matcher(text);
        if (!amount.matches() || Units.standard().find(amount.group(2)).isEmpty()) {
            return Optional.empty();
        }
        var apart = Words.of(amount.group(1) + " " + amount.group(2));
        return Optional.of(new SearchTerm(Words.of(text), false, apart));
    }

    /** As a person reads it. */
    String text() {
        return String.join(" ", words);
    }

    /** For {@code to_tsquery}. */
    String query() {
        return either == null ? phrase(words) : "(" + phrase(words) + " | " + phrase(either) + ")";
    }

    /** The same where typing errors are let pass. */
    String query(Map<String, List<String>> meant) {
        var others = meant.getOrDefault(text(), List.of());
        if (excluded || others.isEmpty()) {
            return query();
        }
        var all = new TreeSet<>(others);
        all.add(text());
        return all.stream().map(SearchTerm::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    /** Whether it is one word in which a typing error can be told. */
    boolean mayBeMistyped() {
        return words.size() == 1 && !excluded && LETTERS.matcher(words.get(0)).matches();
    }

    private static String phrase(List<String> words) {
        return words.stream().map(SearchTerm::quoted).collect(Collectors.joining(" <-> ", "(", ")"));
    }

    /** NB: words are letters and digits alone, so that no quote can be among them. */
    static String quoted(String word) {
        return "'" + word + "'";
    }
}
