package org.quartermaster.vehicle.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartermaster.platform.rest.Fields;

/** The words of a search. What each of them means depends on which ones belong to makes and models. */
final class SearchText {
    private static final Pattern YEAR = Pattern.compile("19\\d\\d|20\\d\\d|2100");
    private static final Pattern LOT_NUMBER = Pattern.compile("\\d+|[a-z0-9-]+:[A-Za-z0-9-]+");
    private static final Pattern PART_OF_VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{5,17}");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int MOST = 10;

    private final List<String> words;

    private SearchText(List<String> words) {
        this.words = words;
    }

    /** Reads {@code q}. */
    static SearchText read(Fields query) {
        var given = query.text("q", 0, 200).or("");
        var words = Arrays.stream(given.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > MOST) {
            query.error("q", "too_many_values", MOST);
        }
        return new SearchText(words);
    }

    /** The words that may belong to a make or model. */
    List<String> names() {
        return words.stream().filter(word -> !YEAR.matcher(word).matches()).toList();
    }

    /** What a word of a search was taken for. */
    enum Meaning {
        YEAR,
        MAKE_OR_MODEL,
        LOT_NUMBER_OR_VIN,
        MODEL_DETAIL,
        NOTHING
    }

    /** A word with its meaning. */
    record Word(String text, Meaning meaning) {
        /** As VINs are written. */
        String capital() {
            return text.replace("-", "").toUpperCase(Locale.ROOT);
        }
    }

    /** @param known those of {@link #names} that belong to makes or models */
    List<Word> understand(Set<String> known) {
        return words.stream()
                .map(word -> new Word(word, meaning(word, known)))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Meaning meaning(String text, Set<String> known) {
        if (YEAR.matcher(text).matches()) {
            return Meaning.YEAR;
        }
        if (known.contains(text)) {
            return Meaning.MAKE_OR_MODEL;
        }
        if (LOT_NUMBER.matcher(text).matches()) {
            return Meaning.LOT_NUMBER_OR_VIN;
        }
        var isName = NO_DIGIT.matcher(text).matches() && !known.isEmpty();
        if (!isName && PART_OF_VIN.matcher(new Word(text, null).capital()).matches()) {
            return Meaning.LOT_NUMBER_OR_VIN;
        }
        return known.isEmpty() ? Meaning.NOTHING : Meaning.MODEL_DETAIL;
    }
}
