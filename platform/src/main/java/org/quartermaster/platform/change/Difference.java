package org.quartermaster.platform.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What differs between two views of an entity; what every change touches is left out. */
record Difference(List<String> changed, ObjectNode before) {
    private static final Set<String> ALWAYS = Set.of("updated_at", "version");

    /** The names that differ and their former values; both empty where there was nothing before. */
    static Difference between(ObjectMapper json, ObjectNode before, ObjectNode after) {
        var changed = new ArrayList<String>();
        var former = json.createObjectNode();
        if (before != null) {
            after.fieldNames().forEachRemaining(name -> {
                if (!ALWAYS.contains(name) && !after.get(name).equals(before.get(name))) {
                    changed.add(name);
                    former.set(name, before.get(name));
                }
            });
        }
        return new Difference(changed, before == null ? null : former);
    }
}
