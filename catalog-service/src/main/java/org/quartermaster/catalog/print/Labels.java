package org.quartermaster.catalog.print;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words that are printed, in English and Arabic. */
final class Labels {
    /** NB: without it a server in another language would print English quotations in its own. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String ARABIC = "ar";

    private final ResourceBundle texts;
    private final boolean isArabic;

    private Labels(String language) {
        isArabic = ARABIC.equals(language);
        texts = ResourceBundle.getBundle(
                "quotation_print", isArabic ? Locale.forLanguageTag(ARABIC) : Locale.ENGLISH, NO_FALLBACK);
    }

    static Labels of(String language) {
        return new Labels(language);
    }

    String text(String key) {
        return texts.getString(key);
    }

    boolean isFromRight() {
        return isArabic;
    }
}
