package org.quartermaster.procurement.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One or more words that must follow each other. A word of up to three characters is a whole word, a longer one the
 * beginning of a word; {@code word*} is always the beginning, {@code =word} always the whole word.
 */
public final class Term {
    private final String text;
    private final List<TermWord> words;

    private Term(String text, List<TermWord> words) {
        this.text = text;
        this.words = List.copyOf(words);
    }

    /** Reads a term; empty where there is no word in it. */
    public static Optional<Term> parse(String text) {
        var words = new ArrayList<TermWord>();
        for (var token : text.strip().split("\\s+")) {
            var found = Folding.words(token);
            var isWhole = token.startsWith("=");
            for (var i = 0; i < found.size(); i++) {
                var isPrefix = token.endsWith("*") && i == found.size() - 1;
                words.add(TermWord.of(found.get(i), isPrefix, isWhole));
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Term(text.strip(), words));
    }

    List<TermWord> words() {
        return words;
    }

    /** As it was typed. */
    public String text() {
        return text;
    }

    /** The places of the first and last word where the words of a text have the term. */
    public Optional<Passage> find(List<Word> given) {
        for (var i = 0; i + words.size() <= given.size(); i++) {
            if (isAt(given, i)) {
                return Optional.of(new Passage(
                        given.get(i).start(), given.get(i + words.size() - 1).end()));
            }
        }
        return Optional.empty();
    }

    private boolean isAt(List<Word> given, int place) {
        for (var i = 0; i < words.size(); i++) {
            if (!words.get(i).matches(given.get(place + i))) {
                return false;
            }
        }
        return true;
    }

    /** The text of a tsquery that matches where {@link SearchVector#has} says so. */
    public String tsquery(Collection<Part> parts) {
        var labels = Part.labels(parts);
        var all = words.stream().map(word -> word.tsquery(labels)).collect(Collectors.joining(" <-> "));
        return words.size() == 1 ? all : "(" + all + ")";
    }

    /** The text of a tsquery that matches where one of the terms does. */
    public static String anyOf(Collection<Term> terms, Collection<Part> parts) {
        return terms.stream().map(term -> term.tsquery(parts)).collect(Collectors.joining(" | "));
    }

    /**
     * Keys by which many terms are found from a text: it can match only where one of its spellings is one of the keys,
     * or begins with one that is a prefix. They are those of the longest word.
     */
    public List<Key> keys() {
        var longest = words.stream()
                .max(Comparator.comparingInt(word -> word.spellings().get(0).length()))
                .orElseThrow();
        return longest.spellings().stream()
                .map(spelling -> new Key(longest.isPrefix(), spelling))
                .toList();
    }

    /** A spelling of a whole word, or of its beginning. */
    public record Key(boolean isPrefix, String spelling) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Term term && text.equals(term.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
