package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quartermaster.platform.rest.Question;
import org.quartermaster.platform.rest.Question.Kind;
import org.quartermaster.platform.rest.Question.Source;

/** Parameters and body of one operation, from what its code asks. */
final class Requests {
    /** Headers that HTTP itself handles, or that every request has. */
    private static final Set<String> OWN_TO_HTTP = Set.of(
            "accept",
            "accept-language",
            "authorization",
            "content-type",
            "content-length",
            "content-encoding",
            "host",
            "origin",
            "user-agent",
            "x-api-key",
            "x-forwarded-for",
            "x-request-id");

    private final ObjectMapper json = new ObjectMapper();
    private final List<Question> questions;
    private final Map<String, ObjectNode> values = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    Requests(List<Question> questions) {
        this.questions = questions;
        for (var question : questions) {
            if (question.kind() == Kind.VALUE && question.source() != Source.HEADER) {
                take(question);
            }
        }
    }

    /** NB: a list that is read as texts and as words takes more than the words. */
    private void take(Question question) {
        ObjectNode schema = json.valueToTree(question.schema());
        var before = values.get(question.path());
        if (before == null || isOfWords(before)) {
            values.put(question.path(), schema);
        }
        sources.merge(question.path(), question.source(), (one, other) -> one == other ? one : Source.QUERY_OR_JSON);
    }

    private static boolean isOfWords(JsonNode schema) {
        return schema.has("enum") || schema.path("items").has("enum");
    }

    /** Whether the code asks for a JSON object. */
    boolean hasBody() {
        return questions.stream()
                .anyMatch(question -> question.source() == Source.JSON || question.source() == Source.QUERY_OR_JSON);
    }

    /** Query parameters with their schemas. */
    Map<String, ObjectNode> query() {
        return top(Source.QUERY);
    }

    private Map<String, ObjectNode> top(Source source) {
        var found = new LinkedHashMap<String, ObjectNode>();
        values.forEach((path, schema) -> {
            var from = sources.get(path);
            if (!path.contains("[") && (from == source || from == Source.QUERY_OR_JSON)) {
                found.put(path, schema.deepCopy());
            }
        });
        if (source == Source.QUERY) {
            found.values().removeIf(Requests::isObject);
        }
        return found;
    }

    private static boolean isObject(JsonNode schema) {
        var items = schema.path("items").path("type").asText();
        return schema.path("type").asText().equals("object") || items.equals("object");
    }

    /** Names of the headers that are read. */
    List<String> headers() {
        return questions.stream()
                .filter(question -> question.source() == Source.HEADER)
                .map(Question::path)
                .filter(name -> !OWN_TO_HTTP.contains(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
    }

    boolean requires(String path, Source source) {
        return questions.stream()
                .anyMatch(question -> question.kind() == Kind.REQUIRED
                        && question.path().equals(path)
                        && question.source() == source);
    }

    /** Members of an object of the body by their names; the prefix is empty or ends with a dot. */
    ObjectNode object(String prefix) {
        var object = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = object.putObject("properties");
        var required = new ArrayList<String>();
        values.forEach((path, schema) -> {
            if (isMember(prefix, path)) {
                var name = path.substring(prefix.length());
                properties.set(name, member(path, schema.deepCopy()));
                if (requires(path, Source.JSON)) {
                    required.add(name);
                }
            }
        });
        if (!required.isEmpty()) {
            object.set("required", json.valueToTree(required));
        }
        if (asked(Kind.NOTHING_ELSE, prefix)) {
            object.put("additionalProperties", false);
        }
        return object;
    }

    private boolean isMember(String prefix, String path) {
        return path.startsWith(prefix)
                && path.indexOf('.', prefix.length()) < 0
                && !path.substring(prefix.length()).contains("[")
                && sources.get(path) != Source.QUERY;
    }

    private JsonNode member(String path, ObjectNode schema) {
        if (schema.path("items").path("type").asText().equals("object")) {
            schema.set("items", object(path + "[]."));
        }
        var filled = asked(Kind.REQUIRED, path) || asked(Kind.NOT_NULL, path);
        return filled ? schema : Shapes.nullable(schema);
    }

    private boolean asked(Kind kind, String path) {
        return questions.stream()
                .anyMatch(question -> question.kind() == kind && question.path().equals(path));
    }

    /** Names of all fields and parameters, without their paths. */
    Set<String> names() {
        var names = new HashSet<String>();
        values.keySet().forEach(path -> names.add(path.substring(path.lastIndexOf('.') + 1)));
        names.addAll(headers());
        return names;
    }
}
