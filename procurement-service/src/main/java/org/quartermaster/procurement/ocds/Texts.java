package org.quartermaster.procurement.ocds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.chain.CanonicalJson;

/** Reads texts out of JSON of publishers: blank is missing, and an id may be a number. */
public final class Texts {
    private Texts() {}

    /** The text, or null where there is none. */
    public static String of(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank()
                ? value.textValue().strip()
                : null;
    }

    /** An id as text, whether written as text or as number; null where there is none. */
    public static String id(JsonNode value) {
        return value.isNumber() ? CanonicalJson.number(value.decimalValue()) : of(value);
    }

    /** The texts of a list; members that are no text are left out. */
    public static List<String> list(JsonNode values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            var text = of(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** The first of the texts that is there, or null. */
    public static String first(String... texts) {
        for (var text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
