package org.quartermaster.procurement.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.quartermaster.platform.chain.CanonicalJson;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Pointer;

/** What differs between two compiled releases: a list of path, before and after. */
final class Difference {
    /** More of them tell nobody anything; the releases have them all. */
    private static final int MOST = 200;

    private static final Set<String> ALWAYS = Set.of("/id", "/date", "/tag");

    private final ArrayNode found = Json.NODES.arrayNode();

    private Difference() {}

    /** @param before null where there was none, which differs in nothing */
    static ArrayNode between(JsonNode before, JsonNode after) {
        var difference = new Difference();
        if (before != null) {
            difference.compare(before, after, Pointer.ROOT);
        }
        return difference.found;
    }

    private void compare(JsonNode before, JsonNode after, Pointer at) {
        if (before.isObject() && after.isObject()) {
            names(before, after).forEach(name -> compare(before.path(name), after.path(name), at.at(name)));
        } else if (isOfObjects(before) && isOfObjects(after)) {
            for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(before.path(i), after.path(i), at.at(i));
            }
        } else if (!isSame(before, after) && found.size() < MOST && !ALWAYS.contains(at.toString())) {
            var change = found.addObject().put("path", at.toString());
            change.set("before", before.isMissingNode() ? Json.NODES.nullNode() : before);
            change.set("after", after.isMissingNode() ? Json.NODES.nullNode() : after);
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isOfObjects(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).isObject();
    }

    private static boolean isSame(JsonNode before, JsonNode after) {
        return before.equals(after)
                || !before.isMissingNode()
                        && !after.isMissingNode()
                        && CanonicalJson.of(before).equals(CanonicalJson.of(after));
    }
}
