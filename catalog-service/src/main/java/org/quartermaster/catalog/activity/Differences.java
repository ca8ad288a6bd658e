package org.quartermaster.catalog.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** What differs between two views, as the details of a row show it. */
@ApplicationScoped
class Differences {
    /** What every change touches. */
    private static final Set<String> ALWAYS = Set.of("updated_at", "version");

    private final ObjectMapper json;

    @Inject
    Differences(ObjectMapper json) {
        this.json = json;
    }

    /** The changed fields before and after; the whole of what is new. */
    Map<String, ObjectNode> details(Object before, Object after) {
        ObjectNode now = json.valueToTree(after);
        if (before == null) {
            return Map.of("after", now);
        }
        ObjectNode then = json.valueToTree(before);
        for (var name : Set.copyOf(then.propertyStream().map(Map.Entry::getKey).toList())) {
            if (ALWAYS.contains(name) || then.get(name).equals(now.get(name))) {
                then.remove(name);
                now.remove(name);
            }
        }
        return Map.of("before", then, "after", now);
    }
}
