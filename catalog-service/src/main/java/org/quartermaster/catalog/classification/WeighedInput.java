package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folded words of an input with what each text counts; the brand's words say nothing of the kind of thing.
 *
 * @param name the whole name, folded
 */
record WeighedInput(String name, Map<List<String>, Double> words) {

    // The name decides; a category and the start of a description help where the name is bare.
    private static final double NAME = 1;
    private static final double CATEGORY = 0.3;
    private static final double DESCRIPTION = 0.15;
    private static final int DESCRIPTION_WORDS = 40;

    static WeighedInput of(SuggestionInput input, SuggestionIndex index) {
        String name = index.fold(input.name());
        Map<List<String>, Double> words = new LinkedHashMap<>();
        put(words, withoutBrand(name, input.brand(), index), NAME);
        if (input.category() != null) {
            put(words, Terms.words(index.fold(input.category())), CATEGORY);
        }
        if (input.description() != null) {
            List<String> description = Terms.words(index.fold(input.description()));
            put(words, description.subList(0, Math.min(DESCRIPTION_WORDS, description.size())), DESCRIPTION);
        }
        return new WeighedInput(name, words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private static void put(Map<List<String>, Double> words, List<String> more, double weight) {
        if (!more.isEmpty()) {
            words.putIfAbsent(List.copyOf(more), weight);
        }
    }

    private static List<String> withoutBrand(String name, String brand, SuggestionIndex index) {
        List<String> words = new ArrayList<>(Terms.words(name));
        if (brand != null) {
            words.removeAll(Terms.words(index.fold(brand)));
        }
        return words.isEmpty() ? Terms.words(name) : words;
    }
}
