package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.kit.ItemKind;

/**
 * What work needs.
 *
 * @param id null where it is not kept
 * @param productId null where no product of the tenant will do; the selector says what is wanted
 * @param price of one {@code uom} at that quantity, for customers without a price of their own; null when missing
 * @param outcome whether it was taken, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WorkItem(
        Long id,
        ItemKind kind,
        Long productId,
        String sku,
        String name,
        String nameAr,
        @Schema(type = SchemaType.OBJECT) JsonNode selector,
        BigDecimal quantity,
        String uom,
        boolean mandatory,
        String reason,
        List<String> standards,
        BigDecimal price,
        String currency,
        boolean inStock,
        WorkOutcome outcome) {
    private static final int MONEY_DECIMALS = 4;

    private BigDecimal value() {
        return price == null || quantity == null ? null : price.multiply(quantity);
    }

    /** The sum of the known prices; null where none is known. */
    static BigDecimal value(List<WorkItem> items) {
        return items.stream()
                .map(WorkItem::value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .map(sum -> sum.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP))
                .orElse(null);
    }

    static int unpriced(List<WorkItem> items) {
        return (int) items.stream().filter(item -> item.value() == null).count();
    }

    /** The same, also for the reasons of another item that the same product came of. */
    WorkItem and(WorkItem other) {
        var both = new TreeSet<>(standards);
        both.addAll(other.standards);
        return new WorkItem(
                id,
                kind,
                productId,
                sku,
                name,
                nameAr,
                selector,
                quantity,
                uom,
                mandatory || other.mandatory,
                reason.equals(other.reason) ? reason : reason + "; " + other.reason,
                List.copyOf(both),
                price,
                currency,
                inStock,
                outcome);
    }

    /** The items with each product once, in the order of their first. */
    static List<WorkItem> merged(Collection<WorkItem> items) {
        var merged = new LinkedHashMap<Object, WorkItem>();
        for (var item : items) {
            var key = item.productId == null ? item : item.productId;
            merged.merge(key, item, WorkItem::and);
        }
        return List.copyOf(merged.values());
    }
}
