package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks as one organization for rows of another, and for rows that there are not, and compares what is answered. */
final class Crossing {
    private static final int OK = 200;
    /** Times, ids of what was just made, and how long it took. */
    private static final Pattern PASSING = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|_ms\":[0-9]+");

    private final Wire wire;
    private final KnownRows rows;
    private final UsualRequests usual;
    private final String token;

    Crossing(Wire wire, KnownRows rows, String token) {
        this.wire = wire;
        this.rows = rows;
        this.usual = new UsualRequests(rows);
        this.token = token;
    }

    /** Whether there is a row for every parameter of the path. */
    boolean hasRows(Operation operation) {
        return !rows.fill(operation).isEmpty();
    }

    /** What the operation tells of rows that are not the asking organization's. */
    List<String> leaksOf(Operation operation) throws IOException {
        var leaks = new ArrayList<String>();
        for (var path : rows.fill(operation)) {
            if (operation.isOfRow()) {
                var foreign = usual.at(operation, path);
                compare(foreign, foreign.to(MadeUp.path(operation.path(), foreign.target())), leaks);
            } else if (operation.method().equals("GET") && !operation.isStream()) {
                list(operation, path, leaks);
                questions(operation, leaks);
            } else {
                bodies(operation, leaks);
            }
        }
        return leaks;
    }

    private void compare(Request foreign, Request madeUp, List<String> leaks) throws IOException {
        var before = ask(madeUp);
        var answer = ask(foreign);
        // What was made by the first may stand in the way of the second: then the third meets the same.
        if (!isSame(answer, before) && !isSame(answer, ask(madeUp))) {
            leaks.add("asked: %s%n  answered: %d %s%n  of a row that there is not: %d %s"
                    .formatted(foreign, answer.status(), answer.text(), before.status(), before.text()));
        }
    }

    private Answer ask(Request request) throws IOException {
        return wire.send(request.with("Authorization", "Bearer " + token));
    }

    private static boolean isSame(Answer one, Answer other) {
        return one.status() == other.status()
                && one.code().equals(other.code())
                && (one.status() != OK || essence(one).equals(essence(other)));
    }

    /** The rows of a list, or all of what is no list, without what no two answers share. */
    private static String essence(Answer answer) {
        var json = answer.json();
        var rows = json.has("items") ? json.get("items") : json;
        return PASSING.matcher(rows.toString()).replaceAll("");
    }

    private void list(Operation operation, String path, List<String> leaks) throws IOException {
        var answer = ask(usual.at(operation, path));
        var shown = new KnownRows();
        shown.learn(path, answer.json());
        var foreign = new HashSet<>(shown.idsOf(path));
        foreign.retainAll(rows.idsOf(path));
        rows.named(name -> !PublicRows.isPublic(operation.service(), name)).stream()
                .filter(answer.text()::contains)
                .forEach(foreign::add);
        if (!foreign.isEmpty()) {
            leaks.add("%s tells of %s: %s".formatted(operation, foreign, answer.text()));
        }
    }

    private void questions(Operation operation, List<String> leaks) throws IOException {
        for (var parameter : operation.in("query")) {
            for (var value : foreign(operation, parameter.name())) {
                var request = usual.at(operation, operation.path());
                var start = request.target() + (request.target().contains("?") ? "&" : "?") + parameter.name() + "=";
                compare(
                        request.to(start + Targets.encoded(value)),
                        request.to(start + Targets.encoded(MadeUp.like(value))),
                        leaks);
            }
        }
    }

    private List<String> foreign(Operation operation, String name) {
        var isOwned = KnownRows.isReference(name) && !PublicRows.isPublic(operation.service(), name);
        return isOwned ? rows.named(name) : List.of();
    }

    private void bodies(Operation operation, List<String> leaks) throws IOException {
        if (!operation.takesJson() || operation.bodies().get(Operation.JSON) == null) {
            return;
        }
        var example = operation.bodies().get(Operation.JSON);
        var names = new LinkedHashSet<String>();
        references(example, names);
        for (var name : names) {
            for (var value : foreign(operation, name)) {
                var request = usual.at(operation, operation.path());
                compare(
                        request.holding(only(example, name, value).toString()),
                        request.holding(only(example, name, MadeUp.like(value)).toString()),
                        leaks);
            }
        }
    }

    private static void references(JsonNode node, Set<String> names) {
        node.properties().stream()
                .filter(member -> KnownRows.isReference(member.getKey()))
                .forEach(member -> names.add(member.getKey()));
        node.forEach(member -> references(member, names));
    }

    /** The example with this reference and no other, so that no other is what it is refused for. */
    private static JsonNode only(JsonNode example, String name, String value) {
        JsonNode copy = example.deepCopy();
        keep(copy, name, value);
        return copy;
    }

    private static void keep(JsonNode node, String name, String value) {
        if (node instanceof ObjectNode object) {
            for (var member : List.copyOf(object.properties())) {
                if (member.getKey().equals(name)) {
                    object.set(name, UsualRequests.like(member.getValue(), value));
                } else if (KnownRows.isReference(member.getKey())) {
                    object.remove(member.getKey());
                }
            }
        }
        node.forEach(member -> keep(member, name, value));
    }
}
