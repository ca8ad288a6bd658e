package org.quartermaster.procurement.ocds.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a schema says of one value. Filled by its loader, because shapes may name each other in a circle; then read. */
public final class Shape {
    /** A shape of all fields whose name a pattern finds. */
    record Named(Pattern name, Shape shape) {}

    Set<Kind> kinds = Set.of();
    final Map<String, Shape> fields = new HashMap<>();
    final List<Named> patterns = new ArrayList<>();
    final List<String> required = new ArrayList<>();
    Shape items;
    int minLength;
    int minItems;
    boolean unique;
    Format format;
    /** The only values allowed; null where any is. */
    Set<JsonNode> allowed;
    /** The name of the codelist, for messages; null where there is none. */
    String codelist;
    /** The codes of an open codelist. */
    Set<String> listed = Set.of();

    boolean omitWhenMerged;
    boolean wholeListMerge;

    /** The shape of a field, or null where the schema does not know it. */
    public Shape field(String name) {
        return fields.get(name);
    }

    /** The shape of the members of a list, or null. */
    public Shape items() {
        return items;
    }

    /** True where merging leaves the field out. */
    public boolean isOmittedWhenMerged() {
        return omitWhenMerged;
    }

    /** True where a list is replaced whole: it says so, or its members have no id. */
    public boolean isWholeList() {
        return items != null && (wholeListMerge || !items.fields.containsKey("id"));
    }

    /** The types as a user reads them. */
    String kindNames() {
        return kinds.stream().sorted().map(Kind::label).reduce((a, b) -> a + " or " + b).orElse("anything");
    }
}
