package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names rows of another organization in questions and bodies, and expects what is heard of rows that there are not. */
final class ForeignReferences {
    private final Wire wire;
    private final KnownRows rows;
    private final ForeignIds foreign;
    private final UsualRequests usual;
    private final String token;

    ForeignReferences(Wire wire, KnownRows rows, ForeignIds foreign, String token) {
        this.wire = wire;
        this.rows = rows;
        this.foreign = foreign;
        this.usual = new UsualRequests(rows);
        this.token = token;
    }

    List<String> leaksOf(Operation operation) throws IOException {
        var leaks = new ArrayList<String>();
        if (operation.isOfRow()) {
            return leaks;
        }
        if (operation.method().equals("GET")) {
            questions(operation, leaks);
        } else if (operation.takesJson() && operation.bodies().get(Operation.JSON) != null) {
            bodies(operation, leaks);
        }
        return leaks;
    }

    private void questions(Operation operation, List<String> leaks) throws IOException {
        for (var parameter : operation.in("query")) {
            for (var value : rows(operation, parameter.name())) {
                var request = usual.at(operation, UsualRequests.exemplary(operation));
                var start = request.target() + (request.target().contains("?") ? "&" : "?") + parameter.name() + "=";
                compare(
                        request.to(start + Targets.encoded(value)),
                        request.to(start + Targets.encoded(MadeUp.like(value))),
                        value,
                        leaks);
            }
        }
    }

    private List<String> rows(Operation operation, String name) {
        var isOwned = KnownRows.isReference(name) && !PublicRows.isPublic(operation.service(), name);
        return isOwned ? rows.named(name) : List.of();
    }

    private void bodies(Operation operation, List<String> leaks) throws IOException {
        var example = operation.bodies().get(Operation.JSON);
        var names = new LinkedHashSet<String>();
        references(example, names);
        for (var name : names) {
            for (var value : rows(operation, name)) {
                var request = usual.at(operation, UsualRequests.exemplary(operation));
                compare(
                        request.holding(only(example, name, value).toString()),
                        request.holding(only(example, name, MadeUp.like(value)).toString()),
                        value,
                        leaks);
            }
        }
    }

    private void compare(Request named, Request madeUp, String value, List<String> leaks) throws IOException {
        var before = ask(madeUp);
        var answer = ask(named);
        var told = foreign.in(answer);
        told.remove(value);
        // What was made by the first may stand in the way of the second: then the third meets the same.
        if (!told.isEmpty() || (!isSame(answer, before) && !isSame(answer, ask(madeUp)))) {
            leaks.add("asked: %s%n  answered: %d %s%n  of a row that there is not: %d %s"
                    .formatted(named, answer.status(), answer.text(), before.status(), before.text()));
        }
    }

    private Answer ask(Request request) throws IOException {
        return wire.send(request.with("Authorization", "Bearer " + token));
    }

    private static boolean isSame(Answer one, Answer other) {
        return one.status() == other.status() && one.code().equals(other.code());
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
