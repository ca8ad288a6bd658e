package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.quartermaster.catalog.text.Words;

/** The terms by which lines and articles are compared: folded words, with amounts parted from their units. */
final class Terms {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(\\p{L}{1,3})");
    private static final Pattern TIMES = Pattern.compile("(?<=\\p{Nd})[xXхХ×](?=\\p{Nd})");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("(\\.\\d*?)0+$");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "of",
            "for",
            "with",
            "and",
            "the",
            "in",
            "a",
            "to",
            "x",
            "or",
            "by",
            "on",
            "per",
            "de",
            "für",
            "mit",
            "und",
            "et",
            "pour",
            "y",
            "con",
            "и",
            "с",
            "по",
            "для",
            "за",
            "в",
            "на",
            "من",
            "مع",
            "و",
            "في",
            "incl",
            "including",
            "pc",
            "piece",
            "type",
            "size",
            "مقاس",
            "размер",
            "sz",
            "ref");
    private static final String CYRILLIC = "авсемнкорхт";
    private static final String LATIN = "abcemhkopxt";

    private Terms() {}

    /** In the order of the text, repeated ones repeated. */
    static List<String> of(String text) {
        var terms = new ArrayList<String>();
        for (var word : Words.of(TIMES.matcher(text).replaceAll(" "))) {
            var amount = AMOUNT.matcher(word);
            if (amount.matches()) {
                add(terms, number(amount.group(1)));
                add(terms, amount.group(2));
            } else {
                add(terms, number(word));
            }
        }
        return terms;
    }

    private static void add(List<String> terms, String term) {
        if (!EMPTY_WORDS.contains(term)) {
            terms.add(hasDigit(term) ? latin(term) : term);
        }
    }

    static boolean hasDigit(String term) {
        return term.chars().anyMatch(Character::isDigit);
    }

    private static String number(String word) {
        if (word.indexOf('.') < 0) {
            return word;
        }
        var brief = TRAILING_ZEROS.matcher(word).replaceAll("$1");
        return brief.endsWith(".") ? brief.substring(0, brief.length() - 1) : brief;
    }

    /** NB: "М10" is typed with either alphabet's M. */
    private static String latin(String term) {
        var latin = new StringBuilder(term.length());
        for (var i = 0; i < term.length(); i++) {
            var at = CYRILLIC.indexOf(term.charAt(i));
            latin.append(at < 0 ? term.charAt(i) : LATIN.charAt(at));
        }
        return latin.toString();
    }
}
