package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OpenAPI document of a service: what the annotations say, completed by what the code asks and always answers. */
final class Description {
    private static final List<String> VERBS = List.of("get", "put", "post", "delete", "patch");

    private final ObjectNode document;
    private final FieldTexts texts;
    private final List<String> complaints = new ArrayList<>();

    /** @param document as the annotations give it; it is completed in place */
    Description(ObjectNode document, FieldTexts texts, Views views) {
        this.document = document;
        this.texts = texts;
        var components = document.withObjectProperty("components");
        Components.complete(components, texts, views);
        Answers.addComponents(components);
    }

    /** Completes one operation with what its code asked. */
    void complete(Endpoint endpoint, Interview.Result interview) {
        var found = document.path("paths").path(endpoint.path()).path(endpoint.verb());
        if (!(found instanceof ObjectNode operation)) {
            complaints.add(endpoint + " is not in the document");
            return;
        }
        new Completion(document.withObjectProperty("components"), texts, complaints, operation, endpoint)
                .complete(interview);
    }

    /** The document, in a fixed order and without components that nobody uses. */
    ObjectNode finish() {
        var tags = new TreeSet<String>();
        var sorted = new TreeMap<String, JsonNode>();
        document.path("paths").properties().forEach(path -> {
            sorted.put(path.getKey(), inOrder((ObjectNode) path.getValue()));
            path.getValue().forEach(operation -> operation.path("tags").forEach(tag -> tags.add(tag.asText())));
        });
        describeTags(tags);
        ((ObjectNode) document.path("paths")).removeAll().setAll(sorted);
        Components.prune(document);
        document.putArray("servers")
                .addObject()
                .put("url", "/")
                .put("description", "The service that serves this document: local, test or production")
                .put("x-internal", false);

        var result = document.objectNode();
        for (var member : List.of("openapi", "info", "servers", "tags", "paths", "components")) {
            if (document.has(member)) {
                result.set(member, document.get(member));
            }
        }
        return result;
    }

    private static ObjectNode inOrder(ObjectNode path) {
        var result = path.objectNode();
        VERBS.stream().filter(path::has).forEach(verb -> result.set(verb, path.get(verb)));
        return result;
    }

    private void describeTags(Collection<String> names) {
        var tags = document.putArray("tags");
        for (var name : names) {
            var text = texts.describeTag(name);
            if (text == null) {
                complaints.add("the tag " + name + " has no text (tag.." + name + ")");
            }
            tags.addObject().put("name", name).put("description", text);
        }
    }

    /** What an author has to add before the document is whole. */
    List<String> complaints() {
        return complaints.stream().distinct().sorted().toList();
    }

    /** Parameters of an operation by their names. */
    static Map<String, JsonNode> parameters(JsonNode operation, String in) {
        var found = new TreeMap<String, JsonNode>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals(in)) {
                found.put(parameter.path("name").asText(), parameter);
            }
        });
        return found;
    }
}
