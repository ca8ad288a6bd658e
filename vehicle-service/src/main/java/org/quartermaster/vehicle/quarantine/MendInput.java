package org.quartermaster.vehicle.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.TreeMap;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.vehicle.feed.FeedHeader;
import org.quartermaster.vehicle.feed.FeedReader;

/** What a request mends in a record, as JSON Merge Patch: null takes a mend back. */
record MendInput(Field<String> rawText, Field<ObjectNode> fields) {

    static MendInput read(Fields body) {
        var input = new MendInput(
                body.text("raw_text", 1, FeedReader.RAW_TEXT_LIMIT),
                body.object("fields", FeedReader.RAW_TEXT_LIMIT, 1));
        if (input.rawText.given() && input.fields.given()) {
            body.error("raw_text", "fields_or_text");
        } else if (body.isEmpty()) {
            body.error("fields", "missing");
        }
        body.checkStrictly();
        return input;
    }

    /** NB: fields were mended in another text, so a new one begins without them. */
    Mend over(Mend before, FeedHeader header) {
        if (rawText.given()) {
            return new Mend(rawText.value(), null);
        }
        if (fields.value() == null) {
            return new Mend(before.rawText(), null);
        }
        var merged = new TreeMap<>(before.fields());
        var errors = new ArrayList<FieldError>();
        fields.value().properties().forEach(entry -> {
            var name = header.nameOf(entry.getKey());
            var isWritable = entry.getValue().isTextual() || entry.getValue().isNumber();
            if (name == null) {
                errors.add(new FieldError("fields." + entry.getKey(), "unknown_field"));
            } else if (entry.getValue().isNull()) {
                merged.remove(name);
            } else if (isWritable) {
                merged.put(name, text(entry.getValue()));
            } else {
                errors.add(new FieldError("fields." + entry.getKey(), "type"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Mend(before.rawText(), merged);
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
    }
}
