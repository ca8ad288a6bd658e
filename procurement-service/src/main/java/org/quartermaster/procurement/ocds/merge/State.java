package org.quartermaster.procurement.ocds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of one place after some releases. */
abstract sealed class State {
    /** A value and the release that gave it. */
    record Given(JsonNode value, int release) {}

    /** A scalar or a list that is replaced whole; its successive values, of which null removes. */
    static final class Leaf extends State {
        final List<Given> given = new ArrayList<>();

        Given last() {
            return given.get(given.size() - 1);
        }

        boolean isRemoved() {
            return last().value().isNull();
        }
    }

    /** An object. */
    static final class Branch extends State {
        final Map<String, State> fields = new LinkedHashMap<>();
    }

    /** A list that merges by id, in the order of first appearance. */
    static final class Members extends State {
        final Map<Object, Branch> byId = new LinkedHashMap<>();
    }
}
