package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.quartermaster.catalog.pricing.AskedPrice;
import org.quartermaster.catalog.pricing.Prices;
import org.quartermaster.catalog.pricing.ResolvedPrice;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.HeavyWork;

/** Prices the items of a quotation: all of them in one statement, whatever their number. */
@ApplicationScoped
class ItemPricing {
    private static final Map<String, Integer> DECIMALS =
            Units.standard().all().stream().collect(Collectors.toMap(Unit::code, Unit::decimals));

    private final Prices prices;
    private final QuotationJson json;

    @Inject
    ItemPricing(Prices prices, QuotationJson json) {
        this.prices = prices;
        this.json = json;
    }

    /**
     * Prices items that somebody wrote; 422 for what they name and is not there, and for a price below its floor.
     *
     * @param name what stands before the names of an item's fields, such as {@code items[3].}
     */
    Uni<Void> price(UnitOfWork unit, Quotation head, List<QuotationItem> items, IntFunction<String> name) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var check = new ItemCheck(unit.caller(), name);
        return ItemFacts.of(unit, head, items)
                .invoke(facts -> check.references(facts, items))
                .chain(facts -> price(unit, head, items, facts, check));
    }

    /** Prices items that were written before, or read from a request: what has no price is missing. */
    Uni<Void> priceAnew(UnitOfWork unit, Quotation head, List<QuotationItem> items) {
        return items.isEmpty()
                ? Uni.createFrom().voidItem()
                : ItemFacts.of(unit, head, items).chain(facts -> price(unit, head, items, facts, null));
    }

    /** @param check null where nothing is to be refused */
    private Uni<Void> price(
            UnitOfWork unit, Quotation head, List<QuotationItem> items, ItemFacts facts, ItemCheck check) {
        items.forEach(item -> describe(item, facts, head.minorUnits));
        var asked = new ArrayList<QuotationItem>();
        var places = new ArrayList<Integer>();
        for (var i = 0; i < items.size(); i++) {
            if (isAsked(items.get(i), check != null)) {
                asked.add(items.get(i));
                places.add(i);
            }
        }
        if (asked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var lines =
                asked.stream().map(item -> question(unit, head, item, facts)).toList();
        return prices.resolve(unit, lines, i -> check == null ? "" : check.name(places.get(i)))
                .chain(found -> HeavyWork.run(asked.size(), () -> {
                    for (var i = 0; i < found.size(); i++) {
                        put(unit, asked.get(i), found.get(i), head.minorUnits);
                    }
                    if (check != null) {
                        check.prices(asked, places, found);
                    }
                    return null;
                }));
    }

    /** What needs no price list: the name of the product, and an item that has none or is excluded. */
    private void describe(QuotationItem item, ItemFacts facts, int minorUnits) {
        if (item.productId != null && item.itemDescription == null) {
            item.itemDescription = facts.products().get(item.productId).name();
        }
        if (item.priceStatus == PriceStatus.EXCLUDED) {
            item.unprice(PriceStatus.EXCLUDED);
        } else if (item.productId == null && item.priceStatus == PriceStatus.MANUAL) {
            item.uom = item.uom == null ? Unit.PIECE : item.uom;
            ItemPrice.putTyped(item, facts.standardRate(), minorUnits);
        } else if (item.productId == null) {
            miss(item, "no_product");
        }
    }

    private void miss(QuotationItem item, String reason) {
        item.unprice(PriceStatus.MISSING);
        item.priceTrace = json.text(PriceTrace.missing(reason));
    }

    /** NB: of items that nobody typed, one without a quantity, or with half a piece, has no price; it is no error. */
    private boolean isAsked(QuotationItem item, boolean isTyped) {
        if (item.productId == null || item.priceStatus == PriceStatus.EXCLUDED) {
            return false;
        }
        if (item.quantity == null) {
            miss(item, "no_quantity");
            return false;
        }
        if (!isTyped && !isCountable(item)) {
            miss(item, "uncountable_quantity");
            return false;
        }
        return true;
    }

    private static boolean isCountable(QuotationItem item) {
        var decimals = item.uom == null ? 0 : DECIMALS.getOrDefault(item.uom, 0);
        return item.quantity.stripTrailingZeros().scale() <= decimals;
    }

    private static AskedPrice question(UnitOfWork unit, Quotation head, QuotationItem item, ItemFacts facts) {
        return new AskedPrice(
                item.productId,
                item.quantity,
                item.uom,
                head.currency,
                facts.customerId(),
                facts.customerGroupId(),
                unit.now(),
                unit.now(),
                false,
                item.discountPercent);
    }

    private void put(UnitOfWork unit, QuotationItem item, ResolvedPrice price, int minorUnits) {
        ItemPrice.put(item, price, minorUnits);
        var isOverride = item.isOverridden();
        item.priceTrace = json.text(PriceTrace.of(
                price,
                isOverride ? item.overrideReason : null,
                isOverride ? unit.caller().subject() : null));
    }
}
