package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts folded text into what is compared: words with their neighbours and the last word, and parts of words. */
final class Terms {

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 5;

    private Terms() {}

    static List<String> words(String folded) {
        return SEPARATOR.splitAsStream(folded).filter(word -> !word.isEmpty()).toList();
    }

    /** The words, each pair of neighbours, and the last word once more, since it names the thing in English. */
    static List<String> phrases(List<String> words) {
        List<String> terms = new ArrayList<>(words);
        for (int i = 1; i < words.size(); i++) {
            terms.add(words.get(i - 1) + ' ' + words.get(i));
        }
        if (!words.isEmpty()) {
            terms.add(words.get(words.size() - 1) + '.');
        }
        return terms;
    }

    /** Every run of three to five letters, with the ends of each word marked by a hyphen. */
    static List<String> parts(List<String> words) {
        List<String> terms = new ArrayList<>();
        for (String word : words) {
            String marked = '-' + word + '-';
            for (int size = SHORTEST_PART; size <= LONGEST_PART; size++) {
                for (int start = 0; start + size <= marked.length(); start++) {
                    terms.add(marked.substring(start, start + size));
                }
            }
        }
        return terms;
    }
}
