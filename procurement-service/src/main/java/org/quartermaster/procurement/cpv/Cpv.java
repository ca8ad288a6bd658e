package org.quartermaster.procurement.cpv;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A well-formed code of the Common Procurement Vocabulary, or the beginning of one; whether it is listed is another
 * matter.
 *
 * @param given as it was written
 * @param prefix its digits without the zeros at the end, but at least two: what the codes of its subtree begin with
 * @param checkDigit the check digit that was given, or null
 */
public record Cpv(String given, String prefix, Integer checkDigit) {
    /** Digits of a code. */
    public static final int DIGITS = 8;

    private static final int SHORTEST = 2;
    private static final int FINEST = 5;
    private static final Pattern FORM = Pattern.compile("[0-9]{2,8}|[0-9]{8}-[0-9]");

    /** Reads {@code dddddddd-d}, {@code dddddddd} or 2 to 8 digits; empty for any other text. */
    public static Optional<Cpv> parse(String text) {
        var given = text.strip();
        if (!FORM.matcher(given).matches()) {
            return Optional.empty();
        }
        var digits = given.length() > DIGITS ? given.substring(0, DIGITS) : given;
        var check = given.length() > DIGITS ? Character.digit(given.charAt(DIGITS + 1), 10) : null;
        return Optional.of(new Cpv(given, trimmed(digits), check));
    }

    /** The 8 digits of a whole code as a tender names it, with or without check digit; empty for any other text. */
    public static Optional<String> wholeCode(String text) {
        return text == null || text.strip().length() < DIGITS
                ? Optional.empty()
                : parse(text).map(Cpv::code8);
    }

    private static String trimmed(String digits) {
        var length = digits.length();
        while (length > SHORTEST && digits.charAt(length - 1) == '0') {
            length--;
        }
        return digits.substring(0, length);
    }

    /** The code in 8 digits. */
    public String code8() {
        return prefix + "0".repeat(DIGITS - prefix.length());
    }

    /** 1 division, 2 group, 3 class, 4 category, 5 finer. */
    public int level() {
        return Math.min(prefix.length() - 1, FINEST);
    }

    /** The prefixes under which its parent may be listed, the nearest first; none for a division. */
    public List<String> ancestors() {
        return IntStream.iterate(prefix.length() - 1, length -> length >= SHORTEST, length -> length - 1)
                .mapToObj(length -> prefix.substring(0, length))
                .filter(each -> each.equals(trimmed(each)))
                .toList();
    }

    /** True where the subtree holds a code of 8 digits. */
    public boolean includes(String code8) {
        return code8.startsWith(prefix);
    }

    /**
     * All beginnings of 2 to 8 digits of codes of 8 digits, each once. NB: a subtree's prefix stands among those of a
     * code exactly when the code begins with it, so that array containment is the rule of subtrees.
     */
    public static List<String> prefixes(List<String> codes8) {
        return codes8.stream()
                .flatMap(code -> IntStream.rangeClosed(SHORTEST, DIGITS).mapToObj(length -> code.substring(0, length)))
                .distinct()
                .toList();
    }
}
