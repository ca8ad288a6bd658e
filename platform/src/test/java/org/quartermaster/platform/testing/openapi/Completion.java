package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.quartermaster.platform.rest.Question.Source;
import org.quartermaster.platform.security.Roles;

/** Completes one operation of the document. */
final class Completion {
    private static final String JSON = Endpoint.JSON;
    private static final List<String> ORDER = List.of(
            "summary", "description", "operationId", "tags", "security", "parameters", "requestBody", "responses");
    private static final Set<String> TEXT_TYPES = Set.of("text/csv", "text/event-stream", "text/html");

    private final FieldTexts texts;
    private final List<String> complaints;
    private final ObjectNode operation;
    private final Endpoint endpoint;
    private final String tag;
    private final Examples examples;

    Completion(
            ObjectNode components, FieldTexts texts, List<String> complaints, ObjectNode operation, Endpoint endpoint) {
        this.texts = texts;
        this.complaints = complaints;
        this.operation = operation;
        this.endpoint = endpoint;
        this.tag = operation.path("tags").path(0).asText();
        this.examples = new Examples(components, texts, tag);
    }

    void complete(Interview.Result interview) {
        var requests = new Requests(interview.questions());
        describe();
        addParameters(requests);
        addBody(requests);
        requireAnswer(interview.status());
        Answers.complete(operation, endpoint, requests);
        operation.path("responses").forEach(this::completeContent);
        secure();
        sort();
    }

    private void secure() {
        var security = operation.putArray("security");
        if (endpoint.isOpen()) {
            security.addObject();
        } else {
            var of = endpoint.isForAdministrators() ? "admin_" : "";
            security.addObject().putArray(of + "bearer");
            security.addObject().putArray(of + "api_key");
        }
        if (endpoint.isForAdministrators() && !endpoint.roles().equals(List.of(Roles.ADMIN))) {
            complain("lies below /admin and lets others than administrators in");
        }
    }

    private void sort() {
        var sorted = operation.deepCopy();
        operation.removeAll();
        ORDER.stream().filter(sorted::has).forEach(member -> operation.set(member, sorted.get(member)));
    }

    private void complain(String about) {
        complaints.add(endpoint + " " + about);
    }

    private void describe() {
        var summary = operation.path("summary").asText();
        if (summary.isBlank() || tag.isEmpty()) {
            complain("has no summary or no tag: @Operation(summary = ...), @Tag(name = ...)");
        }
        var access = endpoint.isOpen() ? "Open to all the world." : "Needs the role " + role() + ".";
        var more = operation.path("description").asText();
        operation.put("description", (more.isEmpty() ? summary + "." : more) + " " + access);
    }

    /** The least of the roles. */
    private String role() {
        return String.join(" or ", endpoint.roles());
    }

    private void addParameters(Requests requests) {
        var annotated = Description.parameters(operation, "query");
        var inPath = Description.parameters(operation, "path");
        var parameters = operation.putArray("parameters");
        for (var name : endpoint.placeholders()) {
            var schema = inPath.containsKey(name) ? inPath.get(name).path("schema") : null;
            parameters.add(parameter(name, "path", true, idSchema(schema)));
        }
        requests.query()
                .forEach((name, schema) ->
                        parameters.add(parameter(name, "query", requests.requires(name, Source.QUERY), schema)));
        annotated.forEach((name, parameter) -> {
            if (!requests.query().containsKey(name)) {
                parameters.add(parameter(name, "query", false, (ObjectNode) parameter.get("schema")));
            }
        });
        for (var name : requests.headers()) {
            parameters.add(parameter(name, "header", false, headerSchema()));
        }
        if (endpoint.idempotent() && !requests.headers().contains("Idempotency-Key")) {
            parameters.add(parameter("Idempotency-Key", "header", false, headerSchema()));
        }
        if (parameters.isEmpty()) {
            operation.remove("parameters");
        }
    }

    private ObjectNode headerSchema() {
        return operation.objectNode().put("type", "string").put("maxLength", 255);
    }

    private ObjectNode idSchema(JsonNode annotated) {
        return annotated instanceof ObjectNode schema && !Shapes.type(schema).equals("string")
                ? schema
                : operation
                        .objectNode()
                        .put("type", "string")
                        .put("minLength", 1)
                        .put("maxLength", 100);
    }

    private ObjectNode parameter(String name, String in, boolean required, ObjectNode schema) {
        Shapes.bound(schema);
        var parameter = operation.objectNode().put("name", name).put("in", in);
        parameter.put("description", text(tag, name, schema)).put("required", required);
        parameter.set("schema", schema);
        var example = examples.of(name, schema);
        if (example != null) {
            parameter.set("example", example);
        }
        return parameter;
    }

    private String text(String scope, String name, JsonNode schema) {
        var text = texts.describe(scope, name);
        if (text == null) {
            complaints.add("the field " + name + " has no text: " + name + " = Sentence. | example ("
                    + operation.path("operationId").asText() + ")");
            return name;
        }
        if (Shapes.type(schema).equals("string")
                && !schema.has("enum")
                && texts.example(scope, name, schema) == null
                && !schema.path("format").asText().startsWith("date")) {
            complaints.add("the field " + name + " has no example: " + name + " = Sentence. | example");
        }
        return text;
    }

    /** NB: bytes without a word of their type are described by what is read from them. */
    private void addBody(Requests requests) {
        var annotated = operation.path("requestBody").path("content");
        if (endpoint.takesJson() && annotated instanceof ObjectNode content) {
            content.remove(List.of("application/octet-stream", "*/*"));
        }
        annotated.forEach(media -> Shapes.bound(media.path("schema")));
        if (endpoint.takesJson() && requests.hasBody()) {
            addJsonBody(requests.object(""));
        } else if (annotated.isEmpty()) {
            operation.remove("requestBody");
            if (endpoint.takesBody()) {
                complain("takes a body of which it reads nothing when called with {}: name existing ids in the"
                        + " service's OpenApiTest, or describe the body with @RequestBody");
            }
        }
    }

    private void addJsonBody(ObjectNode schema) {
        describe(tag, schema);
        var body = operation.withObjectProperty("requestBody").put("required", schema.has("required"));
        var types = endpoint.verb().equals("patch") ? List.of(JSON, "application/merge-patch+json") : List.of(JSON);
        for (var type : types) {
            var media = body.withObjectProperty("content").putObject(type);
            media.set("schema", schema);
            media.set("example", examples.of("", schema));
        }
    }

    private void describe(String scope, JsonNode schema) {
        for (var name : Shapes.members(schema)) {
            var member = (ObjectNode) schema.get("properties").get(name);
            member.put("description", text(scope, name, member));
            describe(FieldTexts.inside(name, scope), member.path("items"));
        }
        Shapes.bound(schema);
    }

    private void requireAnswer(int status) {
        var responses = operation.withObjectProperty("responses");
        if (endpoint.verb().equals("delete")
                && responses.path("200").path("content").path(JSON).isEmpty()) {
            responses.remove("200");
            responses.putObject("204").put("description", "Done");
        }
        if (status >= 200 && status < 300 && !responses.has(Integer.toString(status))) {
            complain("answers " + status + ", which is not in the document: @APIResponseSchema(value = ...,"
                    + " responseCode = \"" + status + "\")");
        }
    }

    private void completeContent(JsonNode response) {
        if (response.path("description").asText().equals("OK")) {
            ((ObjectNode) response).put("description", operation.path("summary").asText());
        }
        response.path("content").properties().forEach(entry -> {
            var media = (ObjectNode) entry.getValue();
            if (!media.has("schema") || entry.getKey().equals("text/event-stream")) {
                media.set("schema", schemaOf(entry.getKey()));
            }
            Shapes.bound(media.get("schema"));
            var example = media.has("example") ? null : examples.of("", media.get("schema"));
            if (example != null && !example.isNull()) {
                media.set("example", example);
            }
        });
    }

    private ObjectNode schemaOf(String type) {
        var schema = operation.objectNode();
        if (type.startsWith(JSON)) {
            complain("does not say what it answers: @APIResponseSchema(SomeView.class)");
            return schema.put("type", "object");
        }
        schema.put("type", "string");
        return TEXT_TYPES.contains(type) ? schema : schema.put("format", "binary");
    }
}
