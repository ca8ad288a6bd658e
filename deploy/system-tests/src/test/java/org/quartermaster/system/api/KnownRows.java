package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ids of rows as the answers of a service told them: of each collection, and by the name that they had. */
final class KnownRows {
    private static final int MOST = 3;

    private final Map<String, Map<String, Set<String>>> ofCollections = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    /** Notes what a resource or list, or what was just made in it, says. */
    void learn(String path, JsonNode answer) {
        var members = ofCollections.computeIfAbsent(path, none -> new HashMap<>());
        items(answer).forEach(item -> item.properties().forEach(member -> note(members, member)));
        learnNames(answer);
    }

    private static List<JsonNode> items(JsonNode answer) {
        var items = new ArrayList<JsonNode>();
        var list = answer.isArray() ? answer : answer.path("items");
        list.forEach(items::add);
        if (answer.isObject() && items.isEmpty()) {
            items.add(answer);
            answer.forEach(member -> {
                if (member.isArray()) {
                    member.forEach(items::add);
                }
            });
        }
        return items;
    }

    private static void note(Map<String, Set<String>> known, Map.Entry<String, JsonNode> member) {
        if (member.getValue().isTextual() || member.getValue().isIntegralNumber()) {
            known.computeIfAbsent(member.getKey(), none -> new LinkedHashSet<>())
                    .add(member.getValue().asText());
        }
    }

    private void learnNames(JsonNode node) {
        for (var member : node.properties()) {
            if (isReference(member.getKey())) {
                note(byName, member);
            }
        }
        node.forEach(this::learnNames);
    }

    /** Whether a member of that name tells which row is meant. */
    static boolean isReference(String name) {
        return name.endsWith("_id") || name.endsWith("_ids");
    }

    /** Values that a member of that name had anywhere. */
    List<String> named(String name) {
        var single = name.endsWith("_ids") ? name.substring(0, name.length() - 1) : name;
        return byName.getOrDefault(single, Set.of()).stream().limit(MOST).toList();
    }

    /** Ids of the rows of a collection, by its concrete path. */
    Set<String> idsOf(String collection) {
        var members = ofCollections.getOrDefault(collection, Map.of());
        var all = new LinkedHashSet<>(members.getOrDefault("id", Set.of()));
        members.forEach((name, values) -> {
            if (singular(collection).equals(name)) {
                all.addAll(values);
            }
        });
        return all;
    }

    private static String singular(String collection) {
        var last = collection.substring(collection.lastIndexOf('/') + 1).replace('-', '_');
        return (last.endsWith("ies") ? last.substring(0, last.length() - 3) + "y" : last.replaceAll("s$", "")) + "_id";
    }

    /** The paths of a template with real rows in place of its parameters; empty where a parameter has none. */
    List<String> fill(String template) {
        return fill("", List.of(template.substring(1).split("/")));
    }

    private List<String> fill(String before, List<String> segments) {
        if (segments.isEmpty()) {
            return List.of(before);
        }
        var rest = segments.subList(1, segments.size());
        return values(before, segments.get(0)).stream()
                .flatMap(value -> fill(before + "/" + value, rest).stream())
                .limit(MOST)
                .toList();
    }

    private List<String> values(String collection, String segment) {
        if (!segment.startsWith("{")) {
            return List.of(segment);
        }
        var name = segment.substring(1, segment.length() - 1);
        var members = ofCollections.getOrDefault(collection, Map.of());
        var own = members.getOrDefault(name, members.getOrDefault("id", Set.of()));
        return (own.isEmpty() ? named(name) : own.stream().limit(MOST).toList())
                .stream().map(Targets::encoded).toList();
    }
}
