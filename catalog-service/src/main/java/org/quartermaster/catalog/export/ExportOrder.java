package org.quartermaster.catalog.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * What is to be exported, and how.
 *
 * @param raw whether text in CSV that a spreadsheet would run stays as it is
 * @param filter as the list of the kind takes it
 */
record ExportOrder(String kind, ExportFormat format, boolean raw, ObjectNode filter) {
    private static final int DEEPEST = 2;

    /** Reads an order; what is wrong in its filter is noted under {@code filter}. */
    static ExportOrder read(ExportSource source, Caller caller, Fields fields) {
        fields.require("format");
        var format = fields.word("format", ExportFormat.class).value();
        var raw = fields.bool("raw").or(false);
        var given = fields.object("filter", Integer.MAX_VALUE, DEEPEST).value();
        var filter = given == null ? JsonNodeFactory.instance.objectNode() : given;
        var asked = Fields.ofStored(filter);
        source.rows("", caller, asked);
        asked.refuseUnknown();
        asked.errors().forEach(error -> fields.error("filter." + error.field(), error.code(), error.arguments()));
        fields.checkStrictly();
        return new ExportOrder(source.kind(), format, raw, filter);
    }

    static ExportOrder of(ObjectNode parameters) {
        return new ExportOrder(
                parameters.get("kind").textValue(),
                Words.find(ExportFormat.class, parameters.get("format").textValue())
                        .orElseThrow(),
                parameters.get("raw").booleanValue(),
                (ObjectNode) parameters.get("filter"));
    }

    /** What {@link #of} reads. */
    ObjectNode parameters() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("format", Words.of(format))
                .put("raw", raw)
                .set("filter", filter);
    }

    /** What the log keeps. */
    Map<String, Object> details() {
        return Map.of("kind", kind, "format", Words.of(format), "raw", raw, "filter", filter);
    }
}
