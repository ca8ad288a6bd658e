package org.quartermaster.platform.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.platform.rest.Fields;

/** The {@code fields} parameter: only the named members of each item. */
public final class Narrow {
    private final List<String> names;
    private final Set<String> members;
    private final ObjectMapper json;

    /** @param members of an item */
    private Narrow(List<String> names, Set<String> members, ObjectMapper json) {
        this.names = names;
        this.members = members;
        this.json = json;
    }

    /** Reads the parameter; a name that no item has is an error, whatever the list holds. */
    public static Narrow read(Fields query, ObjectMapper json, Class<?> item) {
        var given = query.text("fields", 0, 2_000).value();
        if (given == null) {
            return new Narrow(List.of(), Set.of(), json);
        }
        var names = Arrays.stream(given.split(",")).map(String::strip).toList();
        var members = members(json, item);
        if (!members.containsAll(names)) {
            query.error("fields", "unknown_field");
        }
        return new Narrow(names, members, json);
    }

    private static Set<String> members(ObjectMapper json, Class<?> item) {
        var config = json.getSerializationConfig();
        return config.introspect(config.constructType(item)).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toSet());
    }

    /**
     * The answer, narrowed in each of its lists of items; what else it lists stays whole. NB: a narrowed one is JSON,
     * which is written as it is, whatever the endpoint says of its type; items alone could not be, as Jackson would
     * write them by the type of the list.
     */
    @SuppressWarnings("unchecked")
    public <P> P apply(P answer) {
        if (names.isEmpty()) {
            return answer;
        }
        JsonNode narrowed = json.valueToTree(answer);
        narrowed.forEach(list -> list.forEach(this::narrow));
        return (P) narrowed;
    }

    private void narrow(JsonNode element) {
        if (element instanceof ObjectNode item && members.stream().anyMatch(item::has)) {
            item.retain(names);
        }
    }
}
