package org.quartermaster.procurement.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.schema.Shape;

/**
 * Lists that a request gives anew. A list that merges by id keeps its members for ever, so those that the request does
 * not name are emptied and marked as removed; those that it names keep what it does not say of them.
 */
final class Replacing {
    private Replacing() {}

    /**
     * Adds to the list of a release what makes it the whole list.
     *
     * @param before the list as it is compiled
     * @param shape of the list, or null
     * @param kept id of a member that stays in any case, or null
     */
    static void complete(ArrayNode given, JsonNode before, Shape shape, String kept) {
        var named = new HashMap<String, ObjectNode>();
        given.forEach(member -> named.put(Texts.id(member.path("id")), (ObjectNode) member));
        for (var member : before) {
            var id = Texts.id(member.path("id"));
            var again = named.get(id);
            if (again != null && OwnMember.isRemoved(member)) {
                OwnMember.restore(again);
            } else if (again == null && id != null && !id.equals(kept) && !OwnMember.isRemoved(member)) {
                given.add(OwnMember.remove(emptied(member, members(shape))));
            }
        }
    }

    /** NB: lists of extensions have no shape. */
    private static Shape members(Shape list) {
        return list == null ? null : list.items();
    }

    private static ObjectNode emptied(JsonNode object, Shape shape) {
        var empty = Json.NODES.objectNode();
        for (var field : object.properties()) {
            var name = field.getKey();
            var known = shape == null ? null : shape.field(name);
            empty.set(name, name.equals("id") ? field.getValue() : emptiedValue(field.getValue(), known));
        }
        return empty;
    }

    private static JsonNode emptiedValue(JsonNode value, Shape shape) {
        if (value.isObject()) {
            return emptied(value, shape);
        }
        var isWhole = shape != null && shape.isWholeList();
        if (isWhole || !value.isArray() || !value.path(0).isObject()) {
            return Json.NODES.nullNode();
        }
        var list = Json.NODES.arrayNode();
        value.forEach(member -> list.add(emptied(member, members(shape))));
        return list;
    }
}
