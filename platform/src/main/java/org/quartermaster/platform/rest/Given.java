package org.quartermaster.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one request says, by name, as it came: its query, its JSON object, or both. */
final class Given {
    private final Map<String, List<JsonNode>> values = new LinkedHashMap<>();
    private final Set<String> query = new HashSet<>();

    /** The members of a JSON object; none of another kind of JSON. */
    static Given of(JsonNode json) {
        var given = new Given();
        json.properties().forEach(entry -> given.values.put(entry.getKey(), List.of(entry.getValue())));
        return given;
    }

    /** Adds the query, and gives the names that have another value in the JSON. */
    List<String> add(Map<String, List<String>> parameters) {
        var conflicts = new ArrayList<String>();
        parameters.forEach((name, texts) -> {
            query.add(name);
            List<JsonNode> nodes = texts.stream()
                    .map(text -> (JsonNode) TextNode.valueOf(text))
                    .toList();
            var before = values.put(name, nodes);
            if (before != null && !asText(before).equals(asText(nodes))) {
                conflicts.add(name);
            }
        });
        return conflicts;
    }

    private static List<String> asText(List<JsonNode> nodes) {
        var texts = new ArrayList<String>();
        for (var node : nodes) {
            if (node.isArray()) {
                node.forEach(element -> texts.add(element.asText()));
            } else {
                texts.add(
                        node.isNumber()
                                ? node.decimalValue().stripTrailingZeros().toPlainString()
                                : node.asText());
            }
        }
        return texts;
    }

    /** From now on all of it is read as a query is, in which numbers and truth values are texts. */
    Given asQuery() {
        query.addAll(values.keySet());
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean isQuery(String name) {
        return query.contains(name);
    }

    /** Names of the query. */
    Set<String> query() {
        return query;
    }

    /** All names, in the order of the request. */
    Set<String> names() {
        return values.keySet();
    }

    /** All values of the name, such as of a repeated parameter. */
    List<JsonNode> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The last value of the name, or null. */
    JsonNode single(String name) {
        var nodes = all(name);
        return nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
    }
}
