package org.quartermaster.catalog.classification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms of a text with their weights, of length one, in the order of the text. */
record TermVector(Map<String, Double> weights) {

    static TermVector of(Map<String, Double> counts, Rarity rarity) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double squares = 0;
        for (Map.Entry<String, Double> term : counts.entrySet()) {
            double weight = damped(term.getValue()) * rarity.of(term.getKey());
            weights.put(term.getKey(), weight);
            squares += weight * weight;
        }
        double length = Math.sqrt(squares);
        weights.replaceAll((term, weight) -> weight / length);
        return new TermVector(weights);
    }

    static void count(List<String> terms, double each, Map<String, Double> counts) {
        terms.forEach(term -> counts.merge(term, each, Double::sum));
    }

    private static double damped(double count) {
        return count > 1 ? 1 + StrictMath.log(count) : count;
    }
}
