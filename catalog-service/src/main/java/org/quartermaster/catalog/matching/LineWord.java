package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word of a line, the same for all articles that the line is compared with.
 *
 * @param meanings terms that it may stand for, alone or with a neighbour, each with how surely
 * @param weight how much it tells
 * @param isStrange whether an article without it is another one
 */
record LineWord(String text, Map<String, Double> meanings, double weight, boolean isStrange) {
    private static final double JOINED = 0.9;

    /** The words of a line, each once. */
    static List<LineWord> of(Wish wish, Vocabulary vocabulary) {
        var texts = ArticleIndex.words(wish).stream().distinct().toList();
        var measured = measured(wish);
        var words = new ArrayList<LineWord>();
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var known = vocabulary.meanings(text);
            var weight = known.keySet().stream()
                    .mapToDouble(vocabulary::weight)
                    .min()
                    .orElse(1);
            var meanings = new HashMap<>(known);
            if (i + 1 < texts.size()) {
                meanings.putIfAbsent(text + texts.get(i + 1), JOINED);
            }
            if (i > 0) {
                meanings.putIfAbsent(texts.get(i - 1) + text, JOINED);
            }
            words.add(new LineWord(text, meanings, weight, Terms.hasDigit(text) && !measured.contains(text)));
        }
        return words;
    }

    /** Words that constraints are made of, which are compared by their amounts. */
    private static Set<String> measured(Wish wish) {
        var measured = new HashSet<String>();
        for (var constraint : wish.constraints()) {
            var end = Math.min(wish.text().length(), constraint.end());
            measured.addAll(Terms.of(wish.text().substring(Math.min(end, constraint.start()), end)));
        }
        return measured;
    }
}
