package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.catalog.kit.ItemKind;
import org.quartermaster.catalog.kit.KitItem;
import org.quartermaster.catalog.kit.Selector;

/**
 * What work needs, before it is known which product will do.
 *
 * @param id of the item that it is kept in, or null for a new one
 * @param sku of the product, where an event names it so
 * @param unspscLast the end of the classes that {@code selector.unspsc} begins
 */
record Wish(
        Long id,
        ItemKind kind,
        Long productId,
        String sku,
        JsonNode selector,
        String unspscLast,
        BigDecimal quantity,
        String uom,
        boolean mandatory,
        String reason,
        List<String> standards,
        WorkOutcome outcome) {

    static Wish of(KitItem item, String kit) {
        var reason = item.reason() == null ? "Part of the kit \"" + kit + "\"" : item.reason();
        var wish = chosenBy(item.kind(), item.selector(), item.mandatory(), reason, List.of());
        return new Wish(
                null,
                wish.kind,
                item.productId(),
                null,
                wish.selector,
                wish.unspscLast,
                item.quantity(),
                item.uom(),
                wish.mandatory,
                wish.reason,
                wish.standards,
                null);
    }

    /** An article that is named by its number. */
    static Wish ofPart(String sku, BigDecimal quantity, JsonNode selector) {
        var reason = "The alert names it";
        return new Wish(null, ItemKind.PART, null, sku, selector, null, quantity, null, true, reason, List.of(), null);
    }

    /** One piece of whatever the selector finds. */
    static Wish chosenBy(ItemKind kind, JsonNode selector, boolean mandatory, String reason, List<String> standards) {
        var unspsc = selector.path("unspsc").textValue();
        return new Wish(
                null,
                kind,
                null,
                null,
                selector,
                unspsc == null ? null : Selector.last(unspsc),
                BigDecimal.ONE,
                null,
                mandatory,
                reason,
                standards,
                null);
    }
}
