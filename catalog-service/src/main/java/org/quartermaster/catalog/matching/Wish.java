package org.quartermaster.catalog.matching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.rfpreading.Item;
import org.quartermaster.catalog.unit.Measure;

/**
 * What a line asks for, and what people decided on the same words before.
 *
 * @param text the line's description
 * @param brand null when the line has no place for it
 * @param mpn null when the line has no place for it
 * @param constraints what the product has to meet
 * @param confirmed products that were confirmed for the same folded text
 * @param rejected products that were rejected for it
 */
public record Wish(
        String text, String brand, String mpn, List<Measure> constraints, Set<Long> confirmed, Set<Long> rejected) {
    /** The wish of an item that nobody decided on yet. */
    public static Wish of(Item item) {
        return of(item.description(), item.brand(), item.mpn(), item.constraints());
    }

    /** A wish that nobody decided on yet. */
    public static Wish of(String text, String brand, String mpn, List<Measure> constraints) {
        return new Wish(text, brand, mpn, constraints, Set.of(), Set.of());
    }

    /** The same with what was decided, by verdict. */
    Wish learned(Map<String, Set<Long>> verdicts) {
        return new Wish(
                text,
                brand,
                mpn,
                constraints,
                verdicts.getOrDefault("confirmed", Set.of()),
                verdicts.getOrDefault("rejected", Set.of()));
    }
}
