package org.quartermaster.platform.change;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Steps of a unit of work one after the other, because a session takes one statement at a time. */
public final class InTurn {
    private InTurn() {}

    /** Takes the step for each item in order and gives what came of them; the first failure ends it. */
    public static <T, R> Uni<List<R>> all(Iterable<T> items, Function<? super T, Uni<R>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList();
    }

    /** As {@link #all}, for steps that give nothing of use. */
    public static <T> Uni<Void> each(Iterable<T> items, Function<? super T, ? extends Uni<?>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .onItem()
                .ignoreAsUni();
    }
}
