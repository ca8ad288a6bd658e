package org.quartermaster.procurement.ocds.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.quartermaster.procurement.ocds.Texts;

/** The names that publishers give the Common Procurement Vocabulary. */
final class CpvScheme {
    private static final Set<String> NAMES = Set.of("CPV", "DK021", "ДК021");

    private CpvScheme() {}

    /** The code of a classification as it was published; null where it is none of the CPV. */
    static String code(JsonNode classification) {
        var scheme = Texts.of(classification.path("scheme"));
        return scheme != null && NAMES.contains(scheme.toUpperCase(Locale.ROOT))
                ? Texts.id(classification.path("id"))
                : null;
    }
}
