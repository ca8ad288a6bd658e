package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CPV code of eight digits, read with or without its check digit, which is dropped (Regulation (EC) 213/2008). */
public record CpvCode(String digits) {

    private static final Pattern FORM = Pattern.compile("([0-9]{8})(?:-[0-9])?");
    private static final int SHORTEST_PREFIX = 2;

    public static Optional<CpvCode> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches() ? Optional.of(new CpvCode(matcher.group(1))) : Optional.empty();
    }

    /** The code without trailing zeros, of at least two digits: what its subtree begins with. */
    String prefix() {
        int end = digits.length();
        while (end > SHORTEST_PREFIX && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    /** All prefixes by which a mapping may be found, the longest first. */
    public List<String> prefixes() {
        List<String> prefixes = new ArrayList<>();
        for (String prefix = prefix(); prefix.length() >= SHORTEST_PREFIX; ) {
            prefixes.add(prefix);
            prefix = prefix.substring(0, prefix.length() - 1);
        }
        return prefixes;
    }
}
