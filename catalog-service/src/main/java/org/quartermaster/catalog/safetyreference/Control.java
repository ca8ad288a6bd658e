package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** What to do against a hazard before anyone puts on equipment, from the best to the weakest. */
enum Control {
    ELIMINATE,
    SUBSTITUTE,
    ENGINEER,
    ORGANISE;

    private static final String CONTROLS = "controls";
    private static final String KIND = "kind";
    private static final String TEXT = "text";
    private static final Set<String> MEMBERS = Set.of(KIND, TEXT);
    private static final int MAX_JSON = 64 * 1_024;
    private static final int MAX_DEPTH = 3;

    /** The controls of a task as they are kept: a text each, or {@code {kind, text}}. */
    static JsonNode read(Fields fields) {
        var given = fields.json(CONTROLS, MAX_JSON, MAX_DEPTH).or(JsonNodeFactory.instance.arrayNode());
        if (!given.isArray()) {
            fields.error(CONTROLS, "type");
        }
        for (var i = 0; i < given.size(); i++) {
            check(fields, CONTROLS + '[' + i + ']', given.path(i));
        }
        return given;
    }

    private static void check(Fields fields, String place, JsonNode control) {
        if (control.isTextual()) {
            checkText(fields, place, control);
        } else if (!control.isObject()) {
            fields.error(place, "type");
        } else {
            control.fieldNames().forEachRemaining(name -> {
                if (!MEMBERS.contains(name)) {
                    fields.error(place + '.' + name, "unknown_field");
                }
            });
            var kind = control.path(KIND).textValue();
            if (kind == null || Words.find(Control.class, kind).isEmpty()) {
                fields.error(place + '.' + KIND, "enum", all());
            }
            if (control.hasNonNull(TEXT)) {
                checkText(fields, place + '.' + TEXT, control.get(TEXT));
            }
        }
    }

    private static void checkText(Fields fields, String place, JsonNode text) {
        if (!text.isTextual()) {
            fields.error(place, "type");
        } else if (text.textValue().isBlank()) {
            fields.error(place, "string_too_short", 1);
        } else if (text.textValue().length() > SafetyFields.TEXT) {
            fields.error(place, "string_too_long", SafetyFields.TEXT);
        }
    }

    private static String all() {
        return Arrays.stream(values()).map(Words::of).collect(Collectors.joining(", "));
    }
}
