package org.quartermaster.procurement.ocds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Pointer;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.merge.State.Branch;
import org.quartermaster.procurement.ocds.merge.State.Leaf;
import org.quartermaster.procurement.ocds.merge.State.Members;

/** Writes the last values of a merge, and which release set each. */
final class CompiledForm {
    private final List<Release> releases;
    private final Map<String, Release> setBy = new LinkedHashMap<>();

    CompiledForm(List<Release> releases) {
        this.releases = releases;
    }

    /** For each leaf, by its JSON pointer, the release that set it. */
    Map<String, Release> setBy() {
        return setBy;
    }

    ObjectNode write(Branch branch, Pointer at) {
        var object = Json.NODES.objectNode();
        branch.fields.forEach((name, state) -> {
            var value = value(state, at.at(name));
            if (value != null) {
                object.set(name, value);
            }
        });
        return object;
    }

    private JsonNode value(State state, Pointer at) {
        if (state instanceof Leaf leaf) {
            return leaf.isRemoved() ? null : leaf(leaf, at);
        }
        JsonNode container = state instanceof Members members ? list(members, at) : write((Branch) state, at);
        return container.isEmpty() ? null : container;
    }

    private JsonNode leaf(Leaf leaf, Pointer at) {
        setBy.put(at.toString(), releases.get(leaf.last().release()));
        return leaf.last().value();
    }

    private ArrayNode list(Members members, Pointer at) {
        var list = Json.NODES.arrayNode();
        for (var member : members.byId.values()) {
            var object = write(member, at.at(list.size()));
            if (!object.isEmpty()) {
                list.add(object);
            }
        }
        return list;
    }
}
