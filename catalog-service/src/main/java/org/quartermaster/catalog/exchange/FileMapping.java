package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/**
 * How the rows of a file are to be understood.
 *
 * @param columns the names of columns by the fields that they hold, beside those that are known by their usual names
 * @param defaults values of fields that a row leaves empty
 * @param createMissing what is added where a row names it and it is not there
 */
record FileMapping(
        Map<String, String> columns,
        Map<String, String> defaults,
        Clean clean,
        Decimal decimal,
        OnEmpty onEmpty,
        boolean trusted,
        boolean parsePacks,
        Set<Missing> createMissing) {
    private static final int MOST = 64 * 1024;
    private static final int DEEPEST = 4;

    /** Whether HTML, trailing SKUs, control characters and double spaces are taken out. */
    enum Clean {
        ALL,
        NONE
    }

    /** What stands before the decimals of a number. */
    enum Decimal {
        POINT,
        COMMA
    }

    /** What an empty cell does to its field. */
    enum OnEmpty {
        KEEP,
        CLEAR
    }

    /** What a file may bring along. */
    enum Missing {
        CATEGORIES,
        BRANDS
    }

    /** The fields of a mapping; what is wrong is noted with them. */
    static FileMapping read(Fields fields, FileColumns known) {
        return new FileMapping(
                columns(fields, known),
                defaults(fields, known),
                fields.word("clean", Clean.class).or(Clean.ALL),
                fields.word("decimal", Decimal.class).or(Decimal.POINT),
                fields.word("on_empty", OnEmpty.class).or(OnEmpty.KEEP),
                fields.bool("trusted").or(false),
                fields.bool("parse_packs").or(true),
                createMissing(fields));
    }

    /** A mapping that was read before. */
    static FileMapping stored(JsonNode mapping, FileColumns known) {
        var object = mapping instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        return read(Fields.ofStored(object), known);
    }

    private static Map<String, String> columns(Fields fields, FileColumns known) {
        var columns = new HashMap<String, String>();
        texts(fields, "columns", known).forEach((field, column) -> columns.put(field, Reading.column(column)));
        return columns;
    }

    private static Map<String, String> defaults(Fields fields, FileColumns known) {
        return texts(fields, "defaults", known);
    }

    private static Map<String, String> texts(Fields fields, String name, FileColumns known) {
        var texts = new LinkedHashMap<String, String>();
        fields.object(name, MOST, DEEPEST).to(object -> {
            if (object == null) {
                return;
            }
            object.properties().forEach(entry -> {
                var place = name + "." + entry.getKey();
                if (!known.has(entry.getKey())) {
                    fields.error(place, "unknown_field");
                } else if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                    fields.error(place, "type");
                } else {
                    texts.put(entry.getKey(), entry.getValue().asText());
                }
            });
        });
        return texts;
    }

    /** NB: without a word of it, what the file names comes along; an empty list lets nothing come. */
    private static Set<Missing> createMissing(Fields fields) {
        if (!fields.has("create_missing")) {
            return Set.of(Missing.values());
        }
        var missing = new LinkedHashSet<Missing>();
        for (var word : fields.texts("create_missing")) {
            Words.find(Missing.class, word)
                    .ifPresentOrElse(
                            missing::add,
                            () -> fields.error(
                                    "create_missing", "enum", String.join(", ", List.of("categories", "brands"))));
        }
        return missing;
    }
}
