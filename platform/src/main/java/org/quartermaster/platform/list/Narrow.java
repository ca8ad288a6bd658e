package org.quartermaster.platform.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/** The {@code fields} parameter: only the named members of each item. */
public final class Narrow {
    private final List<String> names;

    private Narrow(List<String> names) {
        this.names = names;
    }

    public static Narrow read(Fields query) {
        var given = query.text("fields", 0, 2_000).value();
        return new Narrow(
                given == null
                        ? List.of()
                        : Arrays.stream(given.split(",")).map(String::strip).toList());
    }

    /** The items as they are to be shown; 422 for a name that no item has. */
    public List<?> apply(ObjectMapper json, List<?> items) {
        return names.isEmpty()
                ? items
                : items.stream().map(item -> narrow(json.valueToTree(item))).toList();
    }

    private ObjectNode narrow(JsonNode item) {
        var narrowed = (ObjectNode) item;
        for (var name : names) {
            if (!narrowed.has(name)) {
                throw Problem.invalid("fields", "unknown_field");
            }
        }
        return narrowed.retain(names);
    }
}
