package org.quartermaster.catalog.classification;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A fold of just letter case, accents and the English plural, enough to judge the engine apart from the real one. */
final class PlainFold implements UnaryOperator<String> {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");

    @Override
    public String apply(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATOR.splitAsStream(plain.toLowerCase(Locale.ROOT))
                .map(PlainFold::singular)
                .collect(Collectors.joining(" "));
    }

    private static String singular(String word) {
        if (word.length() <= 3 || !word.endsWith("s") || word.matches(".*(ss|us|is)")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + 'y';
        }
        int ending = word.matches(".*(sses|xes|ches|shes|zes)") ? 2 : 1;
        return word.substring(0, word.length() - ending);
    }
}
