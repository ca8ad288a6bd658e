package org.quartermaster.procurement.ocds.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Pointer;

/** Parses one value, mends what a database refuses (NUL, lone surrogates, keys given twice) and tells it. */
final class TreeReader {
    private final JsonParser parser;
    private final long position;
    private final List<Issue> issues = new ArrayList<>();

    private TreeReader(JsonParser parser, long position) {
        this.parser = parser;
        this.position = position;
    }

    /** The value and what was mended in it. */
    record Read(JsonNode value, List<Issue> issues) {}

    static Read read(String text, long position) throws IOException {
        try (var parser = Json.MAPPER.createParser(text)) {
            var reader = new TreeReader(parser, position);
            parser.nextToken();
            return new Read(reader.value(Pointer.ROOT), reader.issues);
        }
    }

    private JsonNode value(Pointer at) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> list(at);
            case VALUE_STRING -> Json.NODES.textNode(clean(parser.getText(), at));
            case VALUE_NUMBER_INT -> Json.NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> Json.NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> Json.NODES.booleanNode(true);
            case VALUE_FALSE -> Json.NODES.booleanNode(false);
            default -> Json.NODES.nullNode();
        };
    }

    private ObjectNode object(Pointer at) throws IOException {
        var object = Json.NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = clean(parser.currentName(), at);
            var place = at.at(name);
            parser.nextToken();
            if (object.replace(name, value(place)) != null) {
                add(IssueCode.DUPLICATE_KEY, place, "found the key twice, the last one counts");
            }
        }
        return object;
    }

    private ArrayNode list(Pointer at) throws IOException {
        var list = Json.NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(at.at(list.size())));
        }
        return list;
    }

    private String clean(String text, Pointer at) {
        var cleaned = Characters.storable(text);
        if (cleaned.length() != text.length()) {
            var found = text.length() - cleaned.length();
            add(IssueCode.CHARACTER_REMOVED, at, "found " + found + " characters NUL or half of a pair, removed");
        }
        return cleaned;
    }

    private void add(IssueCode code, Pointer at, String message) {
        issues.add(new Issue(code, position, null, null, at.toString(), message));
    }
}
