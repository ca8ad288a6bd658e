package org.quartermaster.procurement.ocds.row;

import java.util.Locale;
import java.util.Set;

/** The names that publishers give the Common Procurement Vocabulary. */
final class CpvScheme {
    private static final Set<String> NAMES = Set.of("CPV", "DK021", "ДК021");

    private CpvScheme() {}

    static boolean isCpv(String scheme) {
        return scheme != null && NAMES.contains(scheme.toUpperCase(Locale.ROOT));
    }
}
