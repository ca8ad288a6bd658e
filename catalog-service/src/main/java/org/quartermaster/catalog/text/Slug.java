package org.quartermaster.catalog.text;

import java.text.Normalizer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names for addresses: letters of any script in lower case, words joined by dashes. */
public final class Slug {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final String NAMELESS = "item";
    private static final int LONGEST = 290;

    private Slug() {}

    /** @param name any name; one without letters and digits gives {@code item} */
    public static String of(String name) {
        var plain = Normalizer.normalize(Fold.letters(name), Normalizer.Form.NFC);
        var slug = ENDS.matcher(BETWEEN.matcher(plain).replaceAll("-")).replaceAll("");
        if (slug.isEmpty()) {
            return NAMELESS;
        }
        return slug.length() <= LONGEST
                ? slug
                : ENDS.matcher(slug.substring(0, LONGEST)).replaceAll("");
    }

    /**
     * The first of slug, slug-2, slug-3 and so on that is not taken.
     *
     * @param name any name
     * @param isTaken whether somebody else has this slug
     */
    public static String free(String name, Predicate<String> isTaken) {
        var slug = of(name);
        var free = slug;
        for (var next = 2; isTaken.test(free); next++) {
            free = slug + "-" + next;
        }
        return free;
    }
}
