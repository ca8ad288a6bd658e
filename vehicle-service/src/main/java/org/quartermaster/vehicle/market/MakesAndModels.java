package org.quartermaster.vehicle.market;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.ListQuery.Part;

/**
 * The makes and models that were asked for, in their stored spelling.
 *
 * @param narrows whether any were asked for
 * @param known words that belong to them
 * @param pairs of which one has to hold
 */
record MakesAndModels(boolean narrows, Set<String> known, List<Pair> pairs) {
    /** More than these are compared row by row, as reading the first rows of each would take longer. */
    private static final int MOST_PARTS = 6;

    /** @param model null for all models of the make */
    record Pair(String make, String model) {}

    /**
     * Narrows a list to them.
     *
     * @param asked what the client asked for, which a cursor is bound to
     */
    void narrow(ListQuery list, Object asked, String makeColumn, String modelColumn) {
        if (!narrows) {
            return;
        }
        list.inParts(
                asked,
                pairs.size() > MOST_PARTS
                        ? List.of(any(makeColumn, modelColumn))
                        : pairs.stream()
                                .map(pair -> part(pair, makeColumn, modelColumn))
                                .toList());
    }

    private static Part part(Pair pair, String make, String model) {
        return pair.model() == null
                ? new Part(make + " = ?", pair.make())
                : new Part(make + " = ? and " + model + " = ?", pair.make(), pair.model());
    }

    private Part any(String make, String model) {
        var whole = pairs.stream().filter(pair -> pair.model() == null);
        var parts = pairs.stream().filter(pair -> pair.model() != null).toList();
        return new Part(
                "(%s = any (?) or (%s, %s) in (select * from unnest(cast(? as text[]), cast(? as text[]))))"
                        .formatted(make, make, model),
                texts(whole.map(Pair::make).toList()),
                texts(parts.stream().map(Pair::make).toList()),
                texts(parts.stream().map(Pair::model).filter(Objects::nonNull).toList()));
    }

    private static Object texts(List<String> values) {
        return values.toArray(String[]::new);
    }
}
