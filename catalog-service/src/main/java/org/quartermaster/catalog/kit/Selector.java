package org.quartermaster.catalog.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/**
 * Which products will do: those whose confirmed class is {@code unspsc} (a family or class stands for all below it) or
 * {@code etim_class}, in {@code category} (a slug; with all below it), and with all {@code features}
 * ({@code [{feature_id, value_code, low, high}]}, the numbers in the base unit).
 */
public final class Selector {
    private static final int MAX_BYTES = 20_000;
    private static final int MAX_DEPTH = 4;
    private static final Set<String> MEMBERS = Set.of("unspsc", "etim_class", "category", "features");
    private static final Set<String> OF_FEATURE = Set.of("feature_id", "value_code", "low", "high");
    private static final int CODE_LENGTH = 8;

    private Selector() {}

    /** The member {@code selector}; an empty object where there is none. */
    public static ObjectNode read(Fields fields) {
        var given = fields.object("selector", MAX_BYTES, MAX_DEPTH).value();
        if (given == null) {
            return Json.object(null);
        }
        onlyOf(MEMBERS, fields, given, "selector.");
        pattern(fields, given, "unspsc", "[0-9]{8}", "27112700");
        pattern(fields, given, "etim_class", "EC[0-9]{6}", "EC000471");
        pattern(fields, given, "category", ".{1,300}", "hand-tools");
        if (given.has("features")) {
            features(fields, given.get("features"));
        }
        return given;
    }

    private static void pattern(Fields fields, ObjectNode given, String name, String form, String example) {
        if (given.has(name)
                && (!given.get(name).isTextual() || !given.get(name).textValue().matches(form))) {
            fields.error("selector." + name, "string_pattern", example);
        }
    }

    private static void onlyOf(Set<String> members, Fields fields, JsonNode object, String place) {
        object.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                fields.error(place + name, "unknown_field");
            }
        });
    }

    private static void features(Fields fields, JsonNode features) {
        if (!features.isArray()
                || !StreamSupport.stream(features.spliterator(), false).allMatch(Selector::isFeature)) {
            fields.error("selector.features", "type");
            return;
        }
        for (var i = 0; i < features.size(); i++) {
            onlyOf(OF_FEATURE, fields, features.get(i), "selector.features[" + i + "].");
        }
    }

    private static boolean isFeature(JsonNode feature) {
        return feature.path("feature_id").isTextual()
                && isNumber(feature, "low")
                && isNumber(feature, "high")
                && (!feature.has("value_code") || feature.get("value_code").isTextual());
    }

    private static boolean isNumber(JsonNode feature, String name) {
        return !feature.hasNonNull(name) || feature.get(name).isNumber();
    }

    /** The last code below a UNSPSC code: 27119999 for 27110000. */
    public static String last(String unspsc) {
        var end = CODE_LENGTH;
        while (end > 2 && unspsc.startsWith("00", end - 2)) {
            end -= 2;
        }
        return unspsc.substring(0, end) + "9".repeat(CODE_LENGTH - end);
    }
}
