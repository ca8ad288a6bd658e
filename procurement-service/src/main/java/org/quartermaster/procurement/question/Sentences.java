package org.quartermaster.procurement.question;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a passage into sentences, all of them as they stand there. */
final class Sentences {
    private static final int LONGEST = 400;

    private Sentences() {}

    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        for (var line : text.split("\\R+")) {
            var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
            breaks.setText(line);
            var start = breaks.first();
            for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                add(sentences, line.substring(start, end).strip());
            }
        }
        return sentences;
    }

    /** A table or a list without a full stop is no sentence: it is taken in parts that end between words. */
    private static void add(List<String> sentences, String sentence) {
        var rest = sentence;
        while (rest.length() > LONGEST) {
            var space = rest.lastIndexOf(' ', LONGEST);
            var cut = space > 0 ? space : Character.isHighSurrogate(rest.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            sentences.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
    }
}
