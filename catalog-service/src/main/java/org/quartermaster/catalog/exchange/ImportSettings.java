package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/**
 * How a file is to be imported.
 *
 * @param dryRun nothing is written
 * @param atomic nothing is written when a row is rejected
 * @param encoding of a file without byte order mark
 * @param mapping as it is given beside the file; null where there is none
 * @param mappingId of a mapping that is kept; null where there is none
 */
record ImportSettings(boolean dryRun, boolean atomic, Charset encoding, ObjectNode mapping, Long mappingId) {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_MAPPING = 64 * 1024;

    static ImportSettings read(Fields fields) {
        var mapping = mapping(fields);
        if (fields.has("trusted")) {
            var trusted = fields.bool("trusted").or(false);
            mapping = mapping == null ? JsonNodeFactory.instance.objectNode() : mapping;
            mapping.put("trusted", trusted);
        }
        return new ImportSettings(
                fields.bool("dry_run").or(false),
                fields.bool("atomic").or(false),
                encoding(fields),
                mapping,
                Numbers.id(fields, "mapping_id").value());
    }

    private static ObjectNode mapping(Fields fields) {
        var text = fields.text("mapping", 0, LONGEST_MAPPING).value();
        if (text == null) {
            return null;
        }
        try {
            return Json.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException broken) {
            fields.error("mapping", "type");
            return null;
        }
    }

    private static Charset encoding(Fields fields) {
        var name = fields.text("encoding", 0, LONGEST_NAME).value();
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            fields.error("encoding", "import.encoding");
            return StandardCharsets.UTF_8;
        }
    }

    /** @param kept the mapping of that id, over which the given one goes; null where there is none */
    ObjectNode parameters(ObjectNode kept) {
        var all = kept == null ? JsonNodeFactory.instance.objectNode() : kept.deepCopy();
        if (mapping != null) {
            all.setAll(mapping);
        }
        var parameters = JsonNodeFactory.instance
                .objectNode()
                .put("dry_run", dryRun)
                .put("atomic", atomic)
                .put("encoding", encoding.name());
        parameters.set("mapping", all);
        return parameters;
    }

    static ImportSettings of(JsonNode parameters) {
        return new ImportSettings(
                parameters.path("dry_run").booleanValue(),
                parameters.path("atomic").booleanValue(),
                Charset.forName(parameters.path("encoding").asText("UTF-8")),
                parameters.path("mapping") instanceof ObjectNode mapping ? mapping : null,
                null);
    }
}
