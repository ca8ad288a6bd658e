package org.quartermaster.catalog.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words of the trade that mean the same. */
final class Synonyms {
    private static final Map<String, Set<String>> WORDS = read();

    private Synonyms() {}

    private static Map<String, Set<String>> read() {
        try (var file = Synonyms.class.getResourceAsStream("/synonyms.txt")) {
            var words = new HashMap<String, Set<String>>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var group = Terms.of(line);
                group.forEach(word ->
                        words.computeIfAbsent(word, any -> new TreeSet<>()).addAll(group));
            });
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words that mean the same, the word itself not counted upon. */
    static Set<String> of(String term) {
        return WORDS.getOrDefault(term, Set.of());
    }
}
