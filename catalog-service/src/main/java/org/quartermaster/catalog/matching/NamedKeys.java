package org.quartermaster.catalog.matching;

import java.util.HashSet;
import java.util.Set;
import org.quartermaster.catalog.text.Key;

/** What in a line may be an article number. */
final class NamedKeys {
    private static final int LONGEST_KEY = 4;
    private static final int SHORTEST_KEY = 4;
    private static final int SHORTEST_NUMBER = 6;

    private NamedKeys() {}

    /** The number in its own place, and up to four words in a row that may be one; as keys. */
    static Set<String> of(Wish wish) {
        var found = new HashSet<String>();
        if (wish.mpn() != null) {
            found.add(Key.of(wish.mpn()));
        }
        var words = wish.text().split("[\\s,;()\\[\\]]+");
        for (var from = 0; from < words.length; from++) {
            var joined = new StringBuilder();
            for (var to = from; to < Math.min(words.length, from + LONGEST_KEY); to++) {
                var key = Key.of(joined.append(words[to]).toString());
                if (isDistinct(key)) {
                    found.add(key);
                }
            }
        }
        found.remove("");
        return found;
    }

    /** NB: short numbers and plain small ones are amounts and sizes more often than articles. */
    private static boolean isDistinct(String key) {
        var digits = key.chars().filter(Character::isDigit).count();
        return digits > 0 && key.length() >= (digits == key.length() ? SHORTEST_NUMBER : SHORTEST_KEY);
    }
}
