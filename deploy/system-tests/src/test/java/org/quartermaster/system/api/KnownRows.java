package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ids of rows as the answers of a service told them: of each collection, and by the name that they had. */
final class KnownRows {
    private static final int MOST = 2;
    /** What names a row though its name does not end like an id; and as what answers tell it. */
    private static final Map<String, String> NAMES =
            Map.of("sku", "sku", "qr_code", "qr_code", "number", "quotation_number", "ocid", "ocid");

    private final Map<String, Map<String, Set<String>>> ofCollections = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    /** Notes what a resource or list, or what was just made in it, says. */
    void learn(String path, JsonNode answer) {
        var members = ofCollections.computeIfAbsent(path, none -> new HashMap<>());
        items(answer).forEach(item -> item.properties().forEach(member -> note(members, member)));
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

    /** Notes what is named in an answer, whatever it is about. */
    void learnNames(JsonNode node) {
        for (var member : node.properties()) {
            if (isReference(member.getKey()) || NAMES.containsValue(member.getKey())) {
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

    /** Whether a parameter of a path of that name tells which row is meant. */
    static boolean isIdentity(String name) {
        return name.equals("id") || name.endsWith("_id") || NAMES.containsKey(name);
    }

    /** The paths of an operation with real rows in place of its parameters; empty where there is none for one. */
    List<String> fill(Operation operation) {
        return fill("", List.of(operation.path().substring(1).split("/")), operation);
    }

    private List<String> fill(String before, List<String> segments, Operation operation) {
        if (segments.isEmpty()) {
            return List.of(before);
        }
        var rest = segments.subList(1, segments.size());
        return values(before, segments.get(0), operation).stream()
                .flatMap(value -> fill(before + "/" + value, rest, operation).stream())
                .limit(MOST)
                .toList();
    }

    /** Of what is listed only as a part of something else, but has paths of its own. */
    private Map<String, Set<String>> alike(String collection) {
        var last = collection.substring(collection.lastIndexOf('/'));
        return ofCollections.entrySet().stream()
                .filter(known ->
                        known.getKey().endsWith(last) && known.getValue().containsKey("id"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Map.of());
    }

    private List<String> values(String collection, String segment, Operation operation) {
        if (!segment.startsWith("{")) {
            return List.of(segment);
        }
        var name = segment.substring(1, segment.length() - 1);
        var members = ofCollections.getOrDefault(collection, alike(collection));
        var own = members.getOrDefault(name, members.getOrDefault("id", Set.of()));
        Collection<String> known = own.isEmpty() ? named(NAMES.getOrDefault(name, name)) : own;
        if (known.isEmpty() && !isIdentity(name)) {
            known = List.of(operation.usual(name));
        }
        return known.stream().limit(MOST).map(Targets::encoded).toList();
    }
}
