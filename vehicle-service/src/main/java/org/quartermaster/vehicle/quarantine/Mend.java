package org.quartermaster.vehicle.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What was mended in a record.
 *
 * @param rawText stands for the whole record; null where that was not mended
 * @param fields values by the names of the file's header; they come over the text's
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Mend(String rawText, Map<String, String> fields) {
    static final Mend NONE = new Mend(null, Map.of());

    Mend {
        fields = fields == null ? Map.of() : fields;
    }
}
