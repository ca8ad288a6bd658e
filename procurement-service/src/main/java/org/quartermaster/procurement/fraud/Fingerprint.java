package org.quartermaster.procurement.fraud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.quartermaster.platform.rest.Fields;

/** What a browser tells of its device, such as {@code canvas} and {@code timezone}. */
public record Fingerprint(ObjectNode values) {
    private static final int MAX_BYTES = 8 * 1_024;
    private static final int MAX_DEPTH = 4;

    /** Reads the field {@code fingerprint}; null where none was sent. */
    public static Fingerprint read(Fields fields) {
        var values = fields.object("fingerprint", MAX_BYTES, MAX_DEPTH).value();
        return values == null ? null : new Fingerprint(values);
    }

    boolean lacks(String name) {
        return !values.hasNonNull(name) || values.get(name).asText("x").isBlank();
    }

    /** The same for the same device, in whatever order its values come; null for an empty map, which tells nothing. */
    String canonical() {
        if (values.isEmpty()) {
            return null;
        }
        var sorted = new TreeMap<String, String>();
        values.properties()
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().toString()));
        return sorted.toString();
    }
}
