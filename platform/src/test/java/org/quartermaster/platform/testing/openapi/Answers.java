package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What holds for the answers of every operation, so that no endpoint repeats it: problems and headers. */
final class Answers {
    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    /** A problem and the code that its example shows. */
    private record Kind(String description, String code) {}

    private static final Map<Integer, Kind> PROBLEMS = new TreeMap<>(Map.ofEntries(
            Map.entry(304, new Kind("Unchanged since the given ETag", "")),
            Map.entry(400, new Kind("The request cannot be read", "unknown_parameter")),
            Map.entry(401, new Kind("No token, or a refused one", "unauthorized")),
            Map.entry(403, new Kind("The role does not suffice", "forbidden")),
            Map.entry(404, new Kind("Not there, or of another tenant", "not_found")),
            Map.entry(409, new Kind("In conflict with the present state", "duplicate")),
            Map.entry(412, new Kind("Changed since the given ETag", "precondition_failed")),
            Map.entry(413, new Kind("The body is too large", "payload_too_large")),
            Map.entry(415, new Kind("The body is of another type", "unsupported_media_type")),
            Map.entry(422, new Kind("A wrong value", "validation_failed")),
            Map.entry(429, new Kind("Too many requests; try again after Retry-After", "too_many_requests")),
            Map.entry(500, new Kind("An error of the service", "internal_error")),
            Map.entry(503, new Kind("The database is away; try again after Retry-After", "service_unavailable"))));

    /** Headers of answers: description, and type. */
    private static final Map<String, List<String>> HEADERS = new TreeMap<>(Map.of(
            "Access-Control-Allow-Origin", List.of("The origin of the caller, where it is an allowed one", "string"),
            "ETag", List.of("Strong entity tag, for If-Match and If-None-Match", "string"),
            "Link", List.of("Pages around this one (RFC 8288): first, next, prev", "string"),
            "Location", List.of("Path of the new resource", "string"),
            "RateLimit-Limit",
                    List.of("Requests of the limit that is nearest to its end, where one applies", "integer"),
            "RateLimit-Remaining", List.of("What is left of it", "integer"),
            "RateLimit-Reset", List.of("Seconds until it begins anew", "integer"),
            "Retry-After", List.of("Seconds to wait", "integer"),
            "X-Request-Id", List.of("Names the request in the logs", "string")));

    private static final List<String> EVERYWHERE = List.of(
            "Access-Control-Allow-Origin", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-Request-Id");

    private Answers() {}

    static void addComponents(ObjectNode components) {
        HEADERS.forEach((name, text) -> {
            var header =
                    components.withObjectProperty("headers").putObject(name).put("description", text.get(0));
            var schema = header.putObject("schema").put("type", text.get(1));
            if (text.get(1).equals("integer")) {
                schema.put("format", "int32").put("minimum", 0);
            }
            Shapes.bound(schema);
        });
        components.withObjectProperty("schemas").set("Problem", problem());
        PROBLEMS.forEach((status, kind) ->
                components.withObjectProperty("responses").set("Problem" + status, problem(status, kind)));
        var schemes = components.putObject("securitySchemes");
        addSchemes(schemes, "admin_", " Of an administrator: nobody else gets in below /admin.");
        addSchemes(schemes, "", "");
    }

    private static void addSchemes(ObjectNode schemes, String prefix, String more) {
        schemes.putObject(prefix + "api_key")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "Exchanged for a short-lived token at the issuer." + more);
        schemes.putObject(prefix + "bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "A signed token, checked as RFC8725 advises: RS256 or ES256 alone, by the issuer's published"
                                + " keys, with issuer and expiry." + more);
    }

    private static ObjectNode problem(int status, Kind kind) {
        var response = FACTORY.objectNode().put("description", kind.description());
        addHeaders(response, EVERYWHERE);
        if (status == 304) {
            addHeaders(response, List.of("ETag"));
            return response;
        }
        if (status == 429 || status == 503) {
            addHeaders(response, List.of("Retry-After"));
        }
        var media = response.putObject("content").putObject("application/problem+json");
        media.putObject("schema").put("$ref", "#/components/schemas/Problem");
        var example = media.putObject("example")
                .put("type", "urn:quartermaster:problem:" + kind.code())
                .put("title", kind.description())
                .put("status", status)
                .put("detail", kind.description() + ".")
                .put("instance", "/api/v1/events")
                .put("code", kind.code())
                .put("request_id", "0197f3a2-6c1e-7b4a-9d55-3f2a1c8e7b60");
        if (status == 422) {
            example.putArray("errors")
                    .addObject()
                    .put("field", "limit")
                    .put("code", "less_than_equal")
                    .put("message", "Must be at most 100.");
        }
        return response;
    }

    /** RFC 9457 with the platform's own members. */
    private static ObjectNode problem() {
        var problem = FACTORY.objectNode()
                .put("type", "object")
                .put("description", "RFC 9457 problem details; the messages are in English or Arabic");
        problem.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("code")
                .add("request_id");
        var properties = problem.putObject("properties");
        properties.set("type", text("URI of the kind of problem"));
        properties.set("title", text("The kind of problem"));
        properties
                .putObject("status")
                .put("type", "integer")
                .put("format", "int32")
                .put("minimum", 400);
        properties.set("detail", text("What went wrong this time"));
        properties.set("instance", text("Path of the request"));
        properties.set("code", text("Stable, machine-readable"));
        properties.set("request_id", text("Names the request in the logs"));
        var error = properties.putObject("errors").put("type", "array").putObject("items");
        error.put("type", "object");
        error.putObject("properties")
                .<ObjectNode>set("field", text("Parameter, or JSON path such as samples[3].hours"))
                .<ObjectNode>set("code", text("Stable, machine-readable"))
                .set("message", text("In the language of the client"));
        Shapes.bound(problem);
        return problem;
    }

    private static ObjectNode text(String description) {
        return FACTORY.objectNode().put("type", "string").put("description", description);
    }

    /** Adds to an operation the problems that it can answer with, and the headers of its own answers. */
    static void complete(ObjectNode operation, Endpoint endpoint, Requests requests) {
        var responses = operation.withObjectProperty("responses");
        responses.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode response && !response.has("$ref")) {
                addHeaders(response, EVERYWHERE);
                addHeaders(response, ownHeaders(entry.getKey(), endpoint, requests));
            }
        });
        var isHealth = operation.path("tags").path(0).asText().equals("health");
        for (var status : statuses(isHealth, endpoint, requests)) {
            var code = Integer.toString(status);
            if (!responses.has(code)) {
                responses.putObject(code).put("$ref", "#/components/responses/Problem" + code);
            }
        }
        var sorted = new TreeMap<String, JsonNode>();
        responses.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        responses.removeAll();
        responses.setAll(sorted);
    }

    private static List<String> ownHeaders(String status, Endpoint endpoint, Requests requests) {
        var names = new TreeSet<String>();
        if (status.equals("201") || status.equals("202")) {
            names.add("Location");
        }
        if (!status.startsWith("2")) {
            return List.of();
        }
        if (requests.query().containsKey("cursor")) {
            names.add("Link");
        }
        var tagged = requests.headers().contains("If-None-Match")
                || (requests.headers().contains("If-Match") && !endpoint.verb().equals("delete"));
        if (tagged || status.equals("201")) {
            names.add("ETag");
        }
        return List.copyOf(names);
    }

    /** NB: health is not limited, lest a busy client makes a service look dead. */
    private static Iterable<Integer> statuses(boolean isHealth, Endpoint endpoint, Requests requests) {
        var statuses = new TreeSet<>(List.of(400, 500, 503));
        if (!isHealth) {
            statuses.add(429);
        }
        if (endpoint.mayRefuseBody()
                || endpoint.path().contains("{")
                || !requests.names().isEmpty()) {
            statuses.add(422);
        }

        if (!endpoint.isOpen()) {
            statuses.addAll(List.of(401, 403));
        }
        if (endpoint.path().contains("{")) {
            statuses.add(404);
        }
        if (!endpoint.verb().equals("get")) {
            statuses.add(409);
        }
        if (endpoint.mayRefuseBody()) {
            statuses.addAll(List.of(413, 415));
        }
        if (requests.headers().contains("If-Match")) {
            statuses.add(412);
        }
        if (requests.headers().contains("If-None-Match")) {
            statuses.add(304);
        }
        return statuses;
    }

    private static void addHeaders(ObjectNode response, List<String> names) {
        for (var name : names) {
            response.withObjectProperty("headers").putObject(name).put("$ref", "#/components/headers/" + name);
        }
    }
}
