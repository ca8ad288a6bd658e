package org.quartermaster.catalog.matching;

import java.util.LinkedHashMap;
import java.util.Map;
import org.quartermaster.catalog.text.Words;

/** The words by which the articles of a line are looked up, each with how surely it is meant. */
final class SoughtWords {
    private static final double SYNONYM = 0.9;
    private static final int LONGEST_UNIT = 3;

    private SoughtWords() {}

    static Map<String, Double> of(Wish wish) {
        var words = new LinkedHashMap<String, Double>();
        var terms = ArticleIndex.words(wish);
        terms.forEach(term -> words.put(term, 1.0));
        Words.of(wish.text()).stream().filter(Terms::hasDigit).forEach(word -> words.putIfAbsent(word, 1.0));
        for (var i = 0; i < terms.size(); i++) {
            Synonyms.of(terms.get(i)).forEach(same -> words.putIfAbsent(same, SYNONYM));
            // NB: "125 mm" is also written "125mm", which is then one word.
            if (i > 0 && Terms.hasDigit(terms.get(i - 1)) && isUnit(terms.get(i))) {
                words.putIfAbsent(terms.get(i - 1) + terms.get(i), 1.0);
            }
        }
        words.keySet().removeIf(word -> word.length() < 2 && !Terms.hasDigit(word));
        return words;
    }

    private static boolean isUnit(String term) {
        return term.length() <= LONGEST_UNIT && !Terms.hasDigit(term);
    }
}
