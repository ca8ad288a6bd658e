package org.quartermaster.catalog.classification;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How much a term tells, by the number of texts that hold it; an unknown term counts as the rarest. */
final class Rarity {

    private final Map<String, Integer> frequencies = new HashMap<>();
    private final int texts;

    Rarity(Collection<List<String>> texts) {
        this.texts = texts.size();
        texts.forEach(terms -> new HashSet<>(terms).forEach(term -> frequencies.merge(term, 1, Integer::sum)));
    }

    double of(String term) {
        return StrictMath.log(1 + (double) texts / frequencies.getOrDefault(term, 1));
    }
}
