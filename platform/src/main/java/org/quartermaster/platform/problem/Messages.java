package org.quartermaster.platform.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts by code, in English and Arabic; a service adds its own in {@code service_messages}. */
public final class Messages {
    private static final List<String> BUNDLES = List.of("service_messages", "messages");

    /** NB: without it a server in another language would answer English clients in its own. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The language that an {@code Accept-Language} header asks for; English when it names none that we have. */
    public static Locale language(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage);
            var best = Locale.lookup(wanted, List.of(Locale.ENGLISH, Locale.forLanguageTag("ar")));
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    /** The text of a code with its arguments, or null where the code has none. */
    public static String text(Locale language, String code, Object... arguments) {
        for (var bundle : BUNDLES) {
            try {
                var pattern =
                        ResourceBundle.getBundle(bundle, language, NO_FALLBACK).getString(code);
                return new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
            } catch (MissingResourceException absent) {
                continue;
            }
        }
        return null;
    }
}
