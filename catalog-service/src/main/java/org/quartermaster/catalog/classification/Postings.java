package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For each term the texts that hold it, with the weight there; never changes once it is made. */
final class Postings {

    private static final Entry NONE = new Entry(new int[0], new float[0]);

    private final Map<String, Entry> entries;

    private Postings(Map<String, Entry> entries) {
        this.entries = entries;
    }

    static Postings empty() {
        return new Postings(Map.of());
    }

    /** These postings and those of more texts, numbered from {@code first} on. */
    Postings with(List<TermVector> vectors, int first) {
        Map<String, List<Posting>> added = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            int text = first + i;
            vectors.get(i).weights().forEach((term, weight) -> added.computeIfAbsent(term, key -> new ArrayList<>(2))
                    .add(new Posting(text, weight.floatValue())));
        }
        Map<String, Entry> all = new HashMap<>(entries);
        added.forEach((term, more) -> all.put(term, all.getOrDefault(term, NONE).with(more)));
        return new Postings(all);
    }

    /** Adds to each text's place in {@code similarities} what it has in common with the query. */
    void compare(TermVector query, double[] similarities) {
        query.weights().forEach((term, weight) -> {
            Entry entry = entries.getOrDefault(term, NONE);
            for (int i = 0; i < entry.texts.length; i++) {
                similarities[entry.texts[i]] += weight * entry.weights[i];
            }
        });
    }

    private record Posting(int text, float weight) {}

    private record Entry(int[] texts, float[] weights) {

        Entry with(List<Posting> more) {
            int size = texts.length;
            int[] allTexts = Arrays.copyOf(texts, size + more.size());
            float[] allWeights = Arrays.copyOf(weights, size + more.size());
            for (Posting posting : more) {
                allTexts[size] = posting.text;
                allWeights[size++] = posting.weight;
            }
            return new Entry(allTexts, allWeights);
        }
    }
}
