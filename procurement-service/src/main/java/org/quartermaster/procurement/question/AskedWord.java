package org.quartermaster.procurement.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.procurement.text.Folding;
import org.quartermaster.procurement.text.Term;
import org.quartermaster.procurement.text.Word;
import org.quartermaster.procurement.vector.ContentWords;

/**
 * A word that a question is about.
 *
 * @param weight the rarer it is, the more; above 0
 * @param isCommon true where more passages have it than are counted
 */
record AskedWord(Term term, double weight, boolean isCommon) {
    private static final int MOST = 40;

    /** Passages with a word, counted no further. */
    static final int COUNTED = 2_000;

    /** The content words of a question, each once; all its words where there is none. */
    static List<Term> terms(String question) {
        var content = ContentWords.of(question);
        Map<String, Term> terms = new LinkedHashMap<>();
        for (var word : content.isEmpty() ? Folding.words(question) : content) {
            Term.parse(typed(question, word)).ifPresent(term -> terms.putIfAbsent(word.bare(), term));
        }
        return terms.values().stream().limit(MOST).toList();
    }

    private static String typed(String question, Word word) {
        return question.substring(word.start(), word.end());
    }

    /** @param passages how many have the word, counted up to {@link #COUNTED} + 1 */
    static AskedWord of(Term term, long passages) {
        return new AskedWord(term, Math.log(1 + (COUNTED + 1.0) / (passages + 1)), passages > COUNTED);
    }

    boolean isIn(String text) {
        return term.find(Folding.words(text)).isPresent();
    }
}
