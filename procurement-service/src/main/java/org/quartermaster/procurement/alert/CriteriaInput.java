package org.quartermaster.procurement.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.criteria.Criteria;

/** Reads the criteria of a request; a change of them is a merge patch of those that were there (RFC 7396). */
public final class CriteriaInput {
    private static final int MAX_BYTES = 512 * 1024;
    private static final int MAX_DEPTH = 6;
    private static final String NAME = "criteria";

    private CriteriaInput() {}

    /**
     * The criteria of the field {@code criteria}; empty where it was not given or is wrong, which is noted.
     *
     * @param before those that are changed, as JSON; null for new ones
     */
    public static Optional<Criteria> read(Fields fields, JsonNode before) {
        var given = fields.object(NAME, MAX_BYTES, MAX_DEPTH);
        if (given.value() == null) {
            return Optional.empty();
        }
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set(NAME, merged(before, given.value()));
        var read = Fields.ofJson(whole, Fields.Nulls.IGNORED);
        var criteria = Criteria.read(read.nested(NAME));
        read.errors().forEach(error -> fields.error(error.field(), error.code(), error.arguments()));
        return read.errors().isEmpty() ? Optional.of(criteria) : Optional.empty();
    }

    private static ObjectNode merged(JsonNode before, ObjectNode patch) {
        var result = before instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else if (member.getValue() instanceof ObjectNode inner) {
                result.set(member.getKey(), merged(result.get(member.getKey()), inner));
            } else {
                result.set(member.getKey(), member.getValue());
            }
        });
        return result;
    }
}
