package org.quartermaster.procurement.criteria;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.quartermaster.procurement.text.Term;

/** Buyers or suppliers: one of any, no one of none. */
public record Names(List<Name> any, List<Name> none) {
    boolean isEmpty() {
        return any.isEmpty() && none.isEmpty();
    }

    /** The terms among the names. */
    public static List<Term> terms(List<Name> names) {
        return present(names.stream().map(Name::term));
    }

    /** The entities among the names. */
    public static List<UUID> entities(List<Name> names) {
        return present(names.stream().map(Name::entityId));
    }

    private static <T> List<T> present(Stream<T> values) {
        return values.filter(Objects::nonNull).toList();
    }
}
