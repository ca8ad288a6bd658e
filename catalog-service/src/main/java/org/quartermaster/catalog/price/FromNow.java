package org.quartermaster.catalog.price;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A price that holds from now on in the place of the one that holds now, until one that was entered for later begins.
 *
 * @param old the row that makes room, if there is one
 * @param fresh what takes its place: the part of its time that is over, and the new price
 */
record FromNow(List<Price> old, List<Price> fresh) {
    /**
     * What is to be written.
     *
     * @param like the new price; without amount where there shall be none
     * @param rows those of the same case that are not superseded, of any quantity and time
     */
    static FromNow of(Price like, List<Price> rows, Instant now) {
        var ladder = rows.stream()
                .filter(row -> row.minimumQuantity.compareTo(like.minimumQuantity) == 0)
                .toList();
        var present = ladder.stream().filter(row -> row.holds(now)).findFirst().orElse(null);
        if (isSame(present, like)) {
            return new FromNow(List.of(), List.of());
        }
        like.effectiveFrom = now;
        like.effectiveTo = ladder.stream()
                .map(row -> row.effectiveFrom)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var fresh = new ArrayList<Price>();
        if (present != null && present.effectiveFrom.isBefore(now)) {
            fresh.add(past(present, now));
        }
        if (like.amount != null) {
            fresh.add(like);
        }
        return new FromNow(present == null ? List.of() : List.of(present), fresh);
    }

    private static boolean isSame(Price present, Price like) {
        if (present == null || like.amount == null) {
            return present == null && like.amount == null;
        }
        return present.amount.compareTo(like.amount) == 0
                && present.priceUnitQuantity.compareTo(like.priceUnitQuantity) == 0;
    }

    /** The part of a row's time that is over: then it held, and it is to be found there still. */
    private static Price past(Price row, Instant now) {
        var past = row.copy();
        past.effectiveTo = now;
        return past;
    }

    boolean isNothing() {
        return old.isEmpty() && fresh.isEmpty();
    }

    /** Names, once it has a number, what took the place of the old row. */
    void link() {
        var last = fresh.isEmpty() ? null : fresh.get(fresh.size() - 1).id;
        old.forEach(row -> row.supersededBy = last);
    }
}
