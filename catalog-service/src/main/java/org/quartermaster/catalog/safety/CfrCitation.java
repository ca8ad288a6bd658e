package org.quartermaster.catalog.safety;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A citation of a section of title 29 of the Code of Federal Regulations.
 *
 * @param paragraph {@code (d)(1)}, empty when the whole section is meant
 */
record CfrCitation(String part, String section, String paragraph) {

    private static final Pattern FORM = Pattern.compile(
            "(?:osha)?(?:29cfr|29c\\.f\\.r\\.|cfr)?(?:part|section|sec\\.|§{1,2})?"
                    + "([0-9]{3,4})\\.([0-9]{1,4})((?:\\([0-9a-z]{1,5}\\)){0,8})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    static Optional<CfrCitation> read(String text) {
        Matcher matcher = FORM.matcher(SPACE.matcher(text).replaceAll(""));
        return matcher.matches()
                ? Optional.of(new CfrCitation(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    boolean isOf(OshaSection row) {
        return row.part().equals(part) && row.section().equals(section);
    }
}
