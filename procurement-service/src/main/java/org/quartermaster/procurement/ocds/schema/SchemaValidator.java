package org.quartermaster.procurement.ocds.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Pointer;

/** Checks a value against a shape and tells every fault with its place: errors, and warnings of open codelists. */
public final class SchemaValidator {
    private final long position;
    private final List<Issue> issues = new ArrayList<>();

    private SchemaValidator(long position) {
        this.position = position;
    }

    /** All faults of a release that stands at a position. */
    public static List<Issue> validate(JsonNode release, Shape shape, long position) {
        var walk = new SchemaValidator(position);
        walk.value(release, shape, Pointer.ROOT);
        return walk.issues;
    }

    private void value(JsonNode value, Shape shape, Pointer at) {
        var kind = Kind.of(value);
        if (!shape.kinds.isEmpty() && !accepts(shape, kind)) {
            add(IssueCode.WRONG_TYPE, at, Shown.wrongType(kind, value, shape));
        } else if (shape.allowed != null && !shape.allowed.contains(value)) {
            add(IssueCode.NOT_ALLOWED, at, Shown.notAllowed(value, shape));
        } else {
            content(value, shape, kind, at);
        }
    }

    private void content(JsonNode value, Shape shape, Kind kind, Pointer at) {
        switch (kind) {
            case OBJECT -> object(value, shape, at);
            case ARRAY -> list(value, shape, at);
            case STRING -> text(value.textValue(), shape, at);
            default -> {}
        }
    }

    private void object(JsonNode object, Shape shape, Pointer at) {
        for (var name : shape.required) {
            if (!object.has(name)) {
                add(IssueCode.REQUIRED_MISSING, at.at(name), "found nothing, " + name + " is required");
            }
        }
        object.properties().forEach(field -> field(field.getKey(), field.getValue(), shape, at));
    }

    private void field(String name, JsonNode value, Shape shape, Pointer at) {
        var known = shape.fields.get(name);
        if (known != null) {
            value(value, known, at.at(name));
        }
        for (var pattern : shape.patterns) {
            if (name.indexOf('_') > 0 && pattern.name().matcher(name).find()) {
                value(value, pattern.shape(), at.at(name));
            }
        }
    }

    private void list(JsonNode list, Shape shape, Pointer at) {
        if (list.size() < shape.minItems) {
            add(IssueCode.TOO_FEW, at, "found " + list.size() + " members, allowed are " + shape.minItems + " or more");
        }
        if (shape.unique && hasTwins(list)) {
            add(IssueCode.NOT_UNIQUE, at, "found a member twice, allowed are members that differ");
        }
        for (int i = 0; shape.items != null && i < list.size(); i++) {
            value(list.get(i), shape.items, at.at(i));
        }
    }

    private void text(String text, Shape shape, Pointer at) {
        if (shape.minLength > 0 && text.codePointCount(0, text.length()) < shape.minLength) {
            add(IssueCode.TOO_SHORT, at, Shown.of(text) + ", allowed are " + shape.minLength + " characters or more");
        }
        if (shape.format != null && !shape.format.accepts(text)) {
            add(IssueCode.WRONG_FORMAT, at, Shown.of(text) + ", allowed is " + shape.format.description());
        }
        if (!shape.listed.isEmpty() && !shape.listed.contains(text)) {
            add(IssueCode.CODE_NOT_LISTED, at, Shown.notListed(text, shape));
        }
    }

    private void add(IssueCode code, Pointer at, String message) {
        issues.add(new Issue(code, position, null, null, at.toString(), message));
    }

    private static boolean accepts(Shape shape, Kind kind) {
        return shape.kinds.contains(kind) || (kind == Kind.INTEGER && shape.kinds.contains(Kind.NUMBER));
    }

    private static boolean hasTwins(JsonNode list) {
        if (list.size() < 2) {
            return false;
        }
        var seen = new HashSet<JsonNode>();
        for (var member : list) {
            if (!seen.add(member)) {
                return true;
            }
        }
        return false;
    }
}
