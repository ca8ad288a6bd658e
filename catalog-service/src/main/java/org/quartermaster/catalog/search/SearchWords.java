package org.quartermaster.catalog.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.catalog.text.Words;

/**
 * The words of a search in the syntax of search engines: words and quoted phrases must all be found, {@code -} excludes,
 * {@code OR} asks for either side. Every text can be read; one without letters and digits has no words.
 *
 * @param groups of which one must be found as a whole
 */
record SearchWords(List<List<SearchTerm>> groups) {
    private static final Pattern TOKEN = Pattern.compile("(-?)\"([^\"]*)\"?|([^\\s\"]+)");
    private static final Pattern QUOTES = Pattern.compile("[“”„«»]");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,]\\p{Nd}+)?");

    static SearchWords of(String text) {
        var groups = new ArrayList<List<SearchTerm>>();
        groups.add(new ArrayList<>());
        var plain =
                QUOTES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("\"");
        String number = null;
        for (var token : TOKEN.matcher(plain).results().toList()) {
            var group = groups.get(groups.size() - 1);
            var word = token.group(3);
            if (word == null) {
                add(group, Words.of(token.group(2)), !token.group(1).isEmpty());
            } else if (word.equalsIgnoreCase("or")) {
                groups.add(new ArrayList<>());
            } else if (number == null || !joined(group, number, word)) {
                addWord(group, word);
            }
            number = word != null && NUMBER.matcher(word).matches() ? word : null;
        }
        return new SearchWords(groups.stream().filter(group -> !group.isEmpty()).toList());
    }

    private static void add(List<SearchTerm> group, List<String> words, boolean excluded) {
        if (!words.isEmpty()) {
            group.add(SearchTerm.of(words, excluded));
        }
    }

    /** Makes one term of a number and the unit behind it. */
    private static boolean joined(List<SearchTerm> group, String number, String unit) {
        var amount = SearchTerm.amount(number + unit);
        amount.ifPresent(term -> group.set(group.size() - 1, term));
        return amount.isPresent();
    }

    private static void addWord(List<SearchTerm> group, String word) {
        var amount = SearchTerm.amount(word);
        if (amount.isPresent()) {
            group.add(amount.get());
        } else if (word.startsWith("-")) {
            add(group, Words.of(word), true);
        } else {
            Words.of(word).forEach(each -> add(group, List.of(each), false));
        }
    }

    /** All words, for {@code to_tsquery}; null where there is none. */
    String all() {
        return all(Map.of());
    }

    /** The same where words may be meant for others; null where none may. */
    String typos(Map<String, List<String>> meant) {
        return meant.isEmpty() ? null : all(meant);
    }

    private String all(Map<String, List<String>> meant) {
        return groups.isEmpty()
                ? null
                : groups.stream()
                        .map(group -> group.stream()
                                .map(term -> (term.excluded() ? "!" : "") + term.query(meant))
                                .collect(Collectors.joining(" & ", "(", ")")))
                        .collect(Collectors.joining(" | "));
    }

    /** Any of the words; null where that is no more than all of them. */
    String some() {
        var wanted = terms();
        if (wanted.size() < 2) {
            return null;
        }
        var any = wanted.stream().map(SearchTerm::query).collect(Collectors.joining(" | ", "(", ")"));
        var none = groups.stream().flatMap(List::stream).filter(SearchTerm::excluded);
        return Stream.concat(Stream.of(any), none.map(term -> "!" + term.query()))
                .collect(Collectors.joining(" & "));
    }

    /** What is asked for, phrases word by word. */
    List<SearchTerm> terms() {
        return groups.stream()
                .flatMap(List::stream)
                .filter(term -> !term.excluded())
                .flatMap(term -> term.either() != null
                        ? Stream.of(term)
                        : term.words().stream().map(word -> SearchTerm.of(List.of(word), false)))
                .distinct()
                .toList();
    }

    /** The words in which a typing error can be told. */
    List<String> mistypable() {
        return terms().stream()
                .filter(SearchTerm::mayBeMistyped)
                .map(SearchTerm::text)
                .distinct()
                .toList();
    }
}
