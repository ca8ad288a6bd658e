package org.quartermaster.procurement.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quartermaster.procurement.text.Folding;
import org.quartermaster.procurement.text.Word;

/** The words of a text that say what it is about: all but those of English, Macedonian and German that every text has. */
public final class ContentWords {
    private static final Set<String> EMPTY_ONES = read("en", "mk", "de");

    private ContentWords() {}

    private static Set<String> read(String... languages) {
        var words = new HashSet<String>();
        for (var language : languages) {
            var file = "/words/stop_" + language + ".txt";
            try (var in = ContentWords.class.getResourceAsStream(file)) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Folding.words(text).forEach(word -> words.add(word.bare()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return Set.copyOf(words);
    }

    /** In their order, each as often as it stands there. */
    public static List<Word> of(String text) {
        return Folding.words(text).stream()
                .filter(word -> !EMPTY_ONES.contains(word.bare()))
                .toList();
    }
}
