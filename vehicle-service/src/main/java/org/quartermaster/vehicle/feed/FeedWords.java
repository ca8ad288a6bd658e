package org.quartermaster.vehicle.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The codes of values that the feed writes as words; a short list of our own. */
public final class FeedWords {
    private static final List<Coded> OWN = read();
    private static final int MOST_KEPT = 2000;

    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Map<String, Map<String, String>> known = new HashMap<>();

    /**
     * A code with the words that mean it.
     *
     * @param words in normal form
     */
    public record Coded(String domain, String code, String labelEn, String labelAr, List<String> words) {}

    /** @param taught words that data admins have taught, which come before our own */
    FeedWords(Map<String, Map<String, String>> taught) {
        for (var each : OWN) {
            var domain = codes.computeIfAbsent(each.domain(), name -> new HashMap<>());
            each.words().forEach(word -> domain.put(word, each.code()));
        }
        taught.forEach((domain, words) ->
                codes.computeIfAbsent(domain, name -> new HashMap<>()).putAll(words));
    }

    /** All codes that are known without being taught. */
    public static List<Coded> own() {
        return OWN;
    }

    /** The form in which words are compared: capital letters, hyphens as blanks, one blank at a time. */
    public static String normal(String word) {
        var normal = new StringBuilder(word.length());
        for (var i = 0; i < word.length(); i++) {
            var each = word.charAt(i);
            var blank = each == '-' || Character.isWhitespace(each) || Character.isSpaceChar(each);
            if (!blank) {
                normal.append(each);
            } else if (normal.length() > 0 && normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        }
        return normal.toString().strip().toUpperCase(Locale.ROOT);
    }

    /** The code of a word, or null. */
    String code(String domain, String word) {
        var words = known.computeIfAbsent(domain, name -> new HashMap<>());
        var code = words.get(word);
        if (code != null) {
            return code;
        }
        code = codes.getOrDefault(domain, Map.of()).get(normal(word));
        // NB: bounded, because there are many ways to write a word.
        if (code != null && words.size() < MOST_KEPT) {
            words.put(word, code);
        }
        return code;
    }

    private static List<Coded> read() {
        try (var in = FeedWords.class.getClassLoader().getResourceAsStream("feed/codes.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Coded(cells[0], cells[1], cells[2], cells[3], words(cells[4])))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
