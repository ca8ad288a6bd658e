package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Pointer;

/** Takes numbers out that a jsonb value cannot hold, such as 1e200000; the raw text keeps them. */
final class StorableNumbers {
    private static final int MOST_DIGITS = 1000;

    private final long position;
    private final List<Issue> issues;

    private StorableNumbers(long position, List<Issue> issues) {
        this.position = position;
        this.issues = issues;
    }

    /** The value itself where all is well with it. */
    static ObjectNode of(ObjectNode value, long position, List<Issue> issues) {
        var numbers = new StorableNumbers(position, issues);
        return numbers.fits(value) ? value : (ObjectNode) numbers.without(value, Pointer.ROOT);
    }

    private boolean fits(JsonNode value) {
        if (value.isNumber()) {
            return isStorable(value);
        }
        for (var member : value) {
            if (!fits(member)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStorable(JsonNode number) {
        var value = number.decimalValue();
        return Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    }

    private JsonNode without(JsonNode value, Pointer at) {
        if (value.isObject()) {
            var object = Json.NODES.objectNode();
            value.properties()
                    .forEach(field -> object.set(field.getKey(), without(field.getValue(), at.at(field.getKey()))));
            return object;
        }
        if (value.isArray()) {
            var list = Json.NODES.arrayNode();
            value.forEach(member -> list.add(without(member, at.at(list.size()))));
            return list;
        }
        if (!value.isNumber() || isStorable(value)) {
            return value;
        }
        var message = "found a number of more than " + MOST_DIGITS + " digits, it was dropped";
        issues.add(new Issue(IssueCode.NUMBER_DROPPED, position, null, null, at.toString(), message));
        return Json.NODES.nullNode();
    }
}
