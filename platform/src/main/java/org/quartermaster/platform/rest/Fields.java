package org.quartermaster.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/**
 * The fields of one request, from its query, its JSON object, or both; one set of rules and error codes for all.
 * Wrong values are collected, so that one answer names them all: read every field, then call {@link #check}.
 */
public final class Fields {
    /** What an explicit null means. */
    public enum Nulls {
        /** Leave the field as it is (the seed's POST and PUT). */
        IGNORED,
        /** Clear the field (JSON Merge Patch, RFC 7396). */
        CLEAR
    }

    private final Given given;
    private final Nulls nulls;
    private final Question.Source source;
    private final String prefix;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();
    private final List<Fields> children = new ArrayList<>();

    private Fields(Given given, Nulls nulls, Question.Source source) {
        this(given, nulls, source, "", new ArrayList<>());
    }

    private Fields(Given given, Nulls nulls, Question.Source source, String prefix, List<FieldError> errors) {
        this.given = given;
        this.nulls = nulls;
        this.source = source;
        this.prefix = prefix;
        this.errors = errors;
    }

    /** The fields of a query string. */
    public static Fields ofQuery(MultivaluedMap<String, String> parameters) {
        return merged(parameters, null);
    }

    /** The texts of a form, whose description is that of its parts; written as in a query. */
    public static Fields ofForm(MultivaluedMap<String, String> texts) {
        var fields = new Fields(new Given(), Nulls.IGNORED, Question.Source.FORM);
        fields.given.add(texts);
        return fields;
    }

    /** The fields of a JSON object. */
    public static Fields ofJson(ObjectNode json, Nulls nulls) {
        return new Fields(Given.of(json), nulls, Question.Source.JSON);
    }

    /** The fields of JSON that the service stored itself, which nothing of the API's description follows from. */
    public static Fields ofStored(ObjectNode json) {
        return new Fields(Given.of(json), Nulls.IGNORED, Question.Source.STORED);
    }

    /** The cells of a row of a table: numbers and truth values are written as text, null clears. */
    public static Fields ofCells(ObjectNode cells) {
        return new Fields(Given.of(cells).asQuery(), Nulls.CLEAR, Question.Source.JSON);
    }

    /** Query and JSON together; a field with two different values is {@code conflicting_values}. */
    public static Fields merged(MultivaluedMap<String, String> parameters, ObjectNode json) {
        var fields = json == null
                ? new Fields(new Given(), Nulls.IGNORED, Question.Source.QUERY)
                : new Fields(Given.of(json), Nulls.IGNORED, Question.Source.QUERY_OR_JSON);
        fields.given.add(parameters).forEach(name -> fields.error(name, "conflicting_values"));
        return fields;
    }

    /** True when the request names the field, even with null. */
    public boolean has(String name) {
        ask(Question.Kind.PRESENCE, name, Map::of);
        return given.has(name);
    }

    /** True when no field at all was given. */
    public boolean isEmpty() {
        return given.names().isEmpty();
    }

    /** Names that must be there with a value; under {@link Nulls#CLEAR} they may only not be null. */
    public void require(String... names) {
        for (var name : names) {
            ask(nulls == Nulls.CLEAR ? Question.Kind.NOT_NULL : Question.Kind.REQUIRED, name, Map::of);
            var node = given.single(name);
            if (nulls == Nulls.CLEAR ? node != null && node.isNull() : node == null || node.isNull()) {
                error(name, nulls == Nulls.CLEAR ? "null_not_allowed" : "missing");
            }
        }
    }

    /**
     * Text without surrounding white space, in Unicode NFC; blank becomes null unless {@code min} is above 0. In a query
     * or a form alone, where nothing can be cleared, a blank text is as good as none.
     */
    public Field<String> text(String name, int min, int max) {
        ask(name, () -> Schemas.text(min, max));
        var text = read(name, node -> Values.text(node, min, max));
        var isClearing = source != Question.Source.QUERY && source != Question.Source.FORM;
        return text.value() == null && !isClearing ? Field.absent() : text;
    }

    /** A UUID in its usual form (RFC 9562, section 4). */
    public Field<UUID> uuid(String name) {
        ask(name, Schemas::uuid);
        return read(name, Values::uuid);
    }

    /** An integer within the bounds, both included. */
    public Field<Integer> integer(String name, int min, int max) {
        ask(name, () -> Schemas.integer(min, max));
        return read(name, node -> Values.integer(node, given.isQuery(name), min, max));
    }

    /** A decimal within the bounds, rounded half up to the scale of its column. */
    public Field<BigDecimal> decimal(String name, int scale, String min, String max) {
        ask(name, () -> Schemas.decimal(min, max));
        return read(name, node -> Values.decimal(node, given.isQuery(name), scale, min, max));
    }

    /** An amount of money: more decimals than 2 are refused, not rounded. */
    public Field<BigDecimal> money(String name, String max) {
        ask(name, () -> Schemas.money(max));
        return read(name, node -> Values.money(node, given.isQuery(name), max));
    }

    /** A time (ISO 8601); without offset UTC, a date alone is midnight UTC. */
    public Field<Instant> time(String name) {
        ask(name, Schemas::time);
        return read(name, Values::time);
    }

    /** A day (ISO 8601), such as {@code 2026-01-31}. */
    public Field<LocalDate> date(String name) {
        ask(name, Schemas::date);
        return read(name, Values::date);
    }

    /** {@code true} or {@code false}; in a query {@code 1} and {@code 0} too. */
    public Field<Boolean> bool(String name) {
        ask(name, Schemas::bool);
        return read(name, node -> Values.bool(node, given.isQuery(name)));
    }

    /** One word of an enumeration. */
    public <E extends Enum<E>> Field<E> word(String name, Class<E> type) {
        ask(name, () -> Schemas.word(type));
        return read(name, node -> Values.word(node, type));
    }

    /** The words of a repeatable or comma-separated parameter, or of a JSON array; empty when absent. */
    public <E extends Enum<E>> List<E> words(String name, Class<E> type) {
        ask(name, () -> Schemas.words(type));
        var found = new ArrayList<E>();
        for (var text : all(name)) {
            for (var part : given.isQuery(name) ? text.split(",", -1) : new String[] {text}) {
                attempt(name, () -> found.add(Values.word(TextNode.valueOf(part), type)));
            }
        }
        return found;
    }

    /** All texts of a repeatable parameter or JSON array of strings; empty when absent. */
    public List<String> texts(String name) {
        ask(name, Schemas::texts);
        return all(name);
    }

    private List<String> all(String name) {
        known.add(name);
        var found = new ArrayList<String>();
        for (var node : given.all(name)) {
            attempt(name, () -> found.addAll(Values.texts(node, given.isQuery(name))));
        }
        return found;
    }

    /** A JSON object of at most the given size in bytes and depth. */
    public Field<ObjectNode> object(String name, int maxBytes, int maxDepth) {
        ask(name, () -> Schemas.object());
        return read(name, node -> Values.object(node, maxBytes, maxDepth));
    }

    /** JSON of any kind, of at most the given size in bytes and depth. */
    public Field<JsonNode> json(String name, int maxBytes, int maxDepth) {
        ask(name, Map::of);
        return read(name, node -> Values.any(node, maxBytes, maxDepth));
    }

    /** The objects of a JSON array, at most {@code max}; their errors are noted under {@code name[i].field}. */
    public List<Fields> items(String name, int max) {
        ask(name, () -> Schemas.items(max));
        known.add(name);
        var node = given.single(name);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > max) {
            error(name, node.isArray() ? "less_than_equal" : "type", max);
            return List.of();
        }
        var found = new ArrayList<Fields>();
        for (var i = 0; i < node.size(); i++) {
            if (!node.get(i).isObject()) {
                error(name + "[" + i + "]", "type");
            }
            found.add(child(Given.of(node.get(i)), Nulls.IGNORED, name + "[" + i + "]"));
        }
        children.addAll(found);
        return found;
    }

    /** The members of a JSON object; their errors are noted under {@code name.member}. Empty when absent. */
    public Fields nested(String name) {
        return nested(name, Nulls.IGNORED);
    }

    /** As {@link #nested(String)}, where null may clear a member. */
    public Fields nested(String name, Nulls meaning) {
        var child = members(name, meaning);
        children.add(child);
        return child;
    }

    /** As {@link #nested(String)}, of an object whose members the client names, so that none of them is unknown. */
    public Fields members(String name) {
        return members(name, Nulls.IGNORED);
    }

    private Fields members(String name, Nulls meaning) {
        ask(name, Schemas::object);
        known.add(name);
        var node = given.single(name);
        if (node != null && !node.isNull() && !node.isObject()) {
            error(name, "type");
        }
        return child(node == null ? new Given() : Given.of(node), meaning, name);
    }

    private Fields child(Given members, Nulls meaning, String path) {
        return new Fields(members, meaning, source, prefix + path + ".", errors);
    }

    /** The names that the request gives. */
    public Set<String> names() {
        return Set.copyOf(given.names());
    }

    /** The names that nobody asked for. */
    public List<String> unknown() {
        return given.names().stream().filter(name -> !known.contains(name)).toList();
    }

    /** The errors found so far, for callers that go on with other items. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Adds an error that the caller found. */
    public void error(String field, String code, Object... arguments) {
        errors.add(new FieldError(prefix + field, code, arguments));
    }

    /** Throws 422 with all errors found so far; {@code unknown_field} where the fields are fine but for being unknown. */
    public void check() {
        if (errors.isEmpty()) {
            return;
        }
        var unknown = ProblemType.UNKNOWN_FIELD;
        throw errors.stream().allMatch(error -> error.code().equals(unknown.code()))
                ? Problem.invalid(unknown, errors)
                : Problem.invalid(errors);
    }

    /** As {@link #check}, and 400 for a query parameter that nobody asked for. Of a query alone, values are parameters. */
    public void checkQuery() {
        for (var name : given.query()) {
            if (!known.contains(name)) {
                throw Problem.of(ProblemType.UNKNOWN_PARAMETER, name);
            }
        }
        if (source == Question.Source.QUERY && !errors.isEmpty()) {
            throw Problem.invalid(ProblemType.INVALID_PARAMETER, errors);
        }
        check();
    }

    /** As {@link #check}, with {@code unknown_field} for every field that nobody asked for, however deep. */
    public void checkStrictly() {
        refuseUnknown();
        check();
    }

    /** Notes {@code unknown_field}, once, for every field that nobody asked for, here and in the objects within. */
    public void refuseUnknown() {
        ask(Question.Kind.NOTHING_ELSE, "", Map::of);
        unknown().forEach(name -> {
            known.add(name);
            error(name, "unknown_field");
        });
        children.forEach(Fields::refuseUnknown);
    }

    private void ask(String name, Supplier<Map<String, Object>> schema) {
        ask(Question.Kind.VALUE, name, schema);
    }

    private void ask(Question.Kind kind, String name, Supplier<Map<String, Object>> schema) {
        Question.ask(kind, source, prefix + name, schema);
    }

    private <T> Field<T> read(String name, Values.Reader<T> reader) {
        known.add(name);
        var node = given.single(name);
        if (node == null || (node.isNull() && nulls == Nulls.IGNORED)) {
            return Field.absent();
        }
        if (node.isNull()) {
            return new Field<>(true, null);
        }
        var found = new ArrayList<T>(1);
        var fine = attempt(name, () -> found.add(reader.read(node)));
        return fine ? new Field<>(true, found.get(0)) : Field.absent();
    }

    private boolean attempt(String name, Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (Values.Wrong wrong) {
            error(name, wrong.code, wrong.arguments);
            return false;
        }
    }
}
