package org.quartermaster.procurement.ocds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.merge.State.Branch;
import org.quartermaster.procurement.ocds.merge.State.Given;
import org.quartermaster.procurement.ocds.merge.State.Leaf;
import org.quartermaster.procurement.ocds.merge.State.Members;
import org.quartermaster.procurement.ocds.schema.Shape;

/** Puts release upon release by the merge rules of OCDS 1.1; a release that does not fit is taken back whole. */
final class Merge {
    private final Shape schema;
    private final Branch root = new Branch();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Pointer> twins = new ArrayList<>();
    private int release;

    Merge(Shape schema) {
        this.schema = schema;
    }

    Branch root() {
        return root;
    }

    /**
     * Adds a release.
     *
     * @return the places of members whose id occurs twice within the release
     * @throws InconsistentType where it does not fit; the state is then as before
     */
    List<Pointer> add(ObjectNode body, int number) {
        release = number;
        undo.clear();
        twins.clear();
        try {
            mergeFields(root, body, schema, Pointer.ROOT);
        } catch (InconsistentType e) {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
            throw e;
        }
        return List.copyOf(twins);
    }

    private void mergeFields(Branch into, JsonNode object, Shape shape, Pointer at) {
        for (var field : object.properties()) {
            var name = field.getKey();
            var known = shape == null ? null : shape.field(name);
            if (!isLeftOut(name, known, at)) {
                mergeValue(into, name, field.getValue(), known, at.at(name));
            }
        }
    }

    private static boolean isLeftOut(String name, Shape known, Pointer at) {
        var ofRelease = at.parent() == null && (name.equals("id") || name.equals("date") || name.equals("tag"));
        return ofRelease || (known != null && known.isOmittedWhenMerged());
    }

    private void mergeValue(Branch into, String name, JsonNode value, Shape shape, Pointer at) {
        var present = into.fields.get(name);
        if (value.isObject()) {
            mergeObject(into, name, value, shape, at);
        } else if (value.isArray() && !isWhole(value, shape)) {
            mergeMembers(into, name, (ArrayNode) value, shape, at);
        } else if (!value.isNull()) {
            set(into, name, value, at);
        } else if (present == null || present instanceof Leaf) {
            give(into, name, value);
        }
    }

    /** NB: a list without a member says nothing of its kind; only the schema can make it a whole list. */
    private static boolean isWhole(JsonNode list, Shape shape) {
        if (shape != null && shape.isWholeList()) {
            return true;
        }
        for (var member : list) {
            if (!member.isObject()) {
                return true;
            }
        }
        return false;
    }

    private void mergeObject(Branch into, String name, JsonNode object, Shape shape, Pointer at) {
        if (object.isEmpty()) {
            return;
        }
        var present = into.fields.get(name);
        if (present instanceof Members || (present instanceof Leaf leaf && !leaf.isRemoved())) {
            throw new InconsistentType(at, "found an object, earlier releases have " + kind(present));
        }
        Branch branch = present instanceof Branch known ? known : put(into, name, new Branch());
        mergeFields(branch, object, shape, at);
    }

    private void mergeMembers(Branch into, String name, ArrayNode list, Shape shape, Pointer at) {
        if (list.isEmpty()) {
            return;
        }
        var present = into.fields.get(name);
        if (present instanceof Branch || isScalar(present)) {
            throw new InconsistentType(at, "found a list, earlier releases have " + kind(present));
        }
        Members members = present instanceof Members known ? known : put(into, name, new Members());
        var seen = new HashSet<Object>();
        for (int i = 0; i < list.size(); i++) {
            var member = list.get(i);
            var key = key(member.path("id"));
            if (!seen.add(key)) {
                twins.add(at.at(i));
            }
            mergeMember(members, key, member, shape == null ? null : shape.items(), at.at(i));
        }
    }

    private void mergeMember(Members members, Object key, JsonNode member, Shape shape, Pointer at) {
        var branch = members.byId.get(key);
        if (branch == null) {
            branch = new Branch();
            members.byId.put(key, branch);
            undo.push(() -> members.byId.remove(key));
        }
        for (var field : member.properties()) {
            var name = field.getKey();
            var known = shape == null ? null : shape.field(name);
            var isKnownId = name.equals("id") && branch.fields.containsKey("id");
            if (!isKnownId && !(known != null && known.isOmittedWhenMerged() && !name.equals("id"))) {
                mergeValue(branch, name, field.getValue(), known, at.at(name));
            }
        }
    }

    /** The identity of a member: 1 and "1" differ, 1 and 1.0 do not; a member without id is like no other. */
    private static Object key(JsonNode id) {
        if (id.isNumber()) {
            return id.decimalValue().stripTrailingZeros();
        }
        return id.isTextual() || id.isBoolean() ? id : new Object();
    }

    private void set(Branch into, String name, JsonNode value, Pointer at) {
        var present = into.fields.get(name);
        var fits = value.isArray()
                ? !(present instanceof Branch) && !isScalar(present)
                : present == null || (present instanceof Leaf && !isList(present));
        if (!fits) {
            var found = value.isArray() ? "a list" : "the value '" + value.asText() + "'";
            throw new InconsistentType(at, "found " + found + ", earlier releases have " + kind(present));
        }
        give(into, name, value);
    }

    private void give(Branch into, String name, JsonNode value) {
        var leaf = into.fields.get(name) instanceof Leaf known ? known : put(into, name, new Leaf());
        if (leaf.given.isEmpty() || !leaf.last().value().equals(value)) {
            leaf.given.add(new Given(value, release));
            undo.push(() -> leaf.given.remove(leaf.given.size() - 1));
        }
    }

    private <S extends State> S put(Branch into, String name, S state) {
        var before = into.fields.put(name, state);
        undo.push(() -> {
            if (before == null) {
                into.fields.remove(name);
            } else {
                into.fields.put(name, before);
            }
        });
        return state;
    }

    private static boolean isList(State state) {
        return state instanceof Leaf leaf && leaf.last().value().isArray();
    }

    private static boolean isScalar(State state) {
        return state instanceof Leaf leaf && !leaf.isRemoved() && !isList(leaf);
    }

    private static String kind(State state) {
        if (state instanceof Branch) {
            return "an object";
        }
        return state instanceof Members || isList(state) ? "a list" : "a scalar";
    }
}
