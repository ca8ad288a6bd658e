package org.quartermaster.catalog.classification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weighs the terms of a text by how rare they are among the titles and the global examples. */
final class TermSpace {

    private final Rarity phrases;
    private final Rarity parts;

    TermSpace(List<String> foldedTexts) {
        List<List<String>> words = foldedTexts.stream().map(Terms::words).toList();
        phrases = new Rarity(words.stream().map(Terms::phrases).toList());
        parts = new Rarity(words.stream().map(Terms::parts).toList());
    }

    QueryTerms vectors(List<String> words) {
        return vectors(Map.of(words, 1.0));
    }

    /** The vectors of several texts, each of its own weight. */
    QueryTerms vectors(Map<List<String>, Double> weighted) {
        Map<String, Double> byPhrases = new LinkedHashMap<>();
        Map<String, Double> byParts = new LinkedHashMap<>();
        weighted.forEach((words, weight) -> {
            TermVector.count(Terms.phrases(words), weight, byPhrases);
            TermVector.count(Terms.parts(words), weight, byParts);
        });
        return new QueryTerms(TermVector.of(byPhrases, phrases), TermVector.of(byParts, parts));
    }

    double rarity(String word) {
        return phrases.of(word);
    }
}
