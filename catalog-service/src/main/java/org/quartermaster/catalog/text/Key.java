package org.quartermaster.catalog.text;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which article numbers are compared: upper case letters and digits only. */
public final class Key {
    private Key() {}

    /** @param number an article number as somebody wrote it; blanks, dashes and case do not count */
    public static String of(String number) {
        var key = new StringBuilder(number.length());
        Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> {
                    if (Character.isDigit(letter)) {
                        key.append(Character.digit(letter, 10));
                    } else {
                        key.appendCodePoint(letter);
                    }
                });
        return key.toString();
    }
}
