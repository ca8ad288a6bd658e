package org.quartermaster.procurement.ocds.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** The words of a message about a value: what was found and what is allowed, shortened. */
final class Shown {
    private static final int LONGEST_TEXT = 60;
    private static final int MOST_CODES = 45;

    private Shown() {}

    static String of(String text) {
        return "found '" + (text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…") + "'";
    }

    static String wrongType(Kind kind, JsonNode value, Shape shape) {
        var content = value.isContainerNode() ? "" : " " + of(value.asText()).substring("found ".length());
        return "found " + kind.label() + content + ", allowed is " + shape.kindNames();
    }

    static String notAllowed(JsonNode value, Shape shape) {
        var codes = shape.allowed.stream().filter(JsonNode::isTextual).map(JsonNode::textValue).sorted();
        return of(value.asText()) + ", allowed is " + codes(shape, codes.toList());
    }

    static String notListed(String text, Shape shape) {
        return of(text) + ", known are the codes of " + codes(shape, shape.listed);
    }

    private static String codes(Shape shape, Collection<String> codes) {
        var list = shape.codelist == null ? "" : "codelist " + shape.codelist + ": ";
        var first = codes.stream().limit(MOST_CODES).toList();
        return list + String.join(", ", first) + (codes.size() > MOST_CODES ? ", …" : "");
    }
}
