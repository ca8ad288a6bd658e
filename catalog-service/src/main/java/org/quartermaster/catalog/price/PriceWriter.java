package org.quartermaster.catalog.price;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;

/** The one way in which rows of prices come and go: old ones make room, new ones follow, the base price with them. */
@ApplicationScoped
class PriceWriter {
    private static final String ENTITY = "price";

    private final BasePriceTable basePrices;

    @Inject
    PriceWriter(BasePriceTable basePrices) {
        this.basePrices = basePrices;
    }

    /** What came of it, as it stands in the table. */
    record Written(List<Price> added, List<Price> superseded) {}

    /**
     * Writes numbered rows in the place of old ones.
     *
     * @param old with the number of the row that takes their place in {@code supersededBy}
     */
    Uni<Written> replace(UnitOfWork unit, PricedProduct product, List<Price> old, List<Price> fresh) {
        fresh.forEach(price -> price.productId = product.id());
        return PriceTable.supersede(unit, old, product.now())
                .chain(gone -> PriceTable.insert(unit, fresh, product.now()).map(added -> new Written(added, gone)))
                .call(written -> basePrices
                        .refresh(unit, product.id(), product.now())
                        .invoke(price -> tell(unit, product, written, price)));
    }

    /** Writes the changes of many locked products, and leaves it to others to tell of them. */
    Uni<Written> replaceAll(UnitOfWork unit, List<FromNow> changes, Instant now) {
        var old = changes.stream().flatMap(change -> change.old().stream()).toList();
        var fresh = changes.stream().flatMap(change -> change.fresh().stream()).toList();
        return PriceTable.number(unit, fresh)
                .invoke(() -> changes.forEach(FromNow::link))
                .chain(() -> PriceTable.supersede(unit, old, now))
                .chain(gone -> PriceTable.insert(unit, fresh, now).map(added -> new Written(added, gone)));
    }

    /** Lets the base prices of products be what their rows say by now, and leaves it to others to tell of it. */
    Uni<Map<Long, BigDecimal>> refreshAll(UnitOfWork unit, List<Long> products, Instant now) {
        return products.isEmpty() ? Uni.createFrom().item(Map.of()) : basePrices.refresh(unit, products, now);
    }

    /** Lets the base price be what the rows say by now. */
    Uni<Void> refresh(UnitOfWork unit, PricedProduct product) {
        return basePrices
                .refresh(unit, product.id(), product.now())
                .invoke(price -> {
                    if (!isSame(price, product.basePrice())) {
                        tell(unit, product, new Written(List.of(), List.of()), price);
                    }
                })
                .replaceWithVoid();
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static void tell(UnitOfWork unit, PricedProduct product, Written written, BigDecimal basePrice) {
        var before = new PriceChange(
                product.id(), product.sku(), product.currency(), product.basePrice(), List.of(), List.of());
        var view = new PriceChange(
                product.id(),
                product.sku(),
                product.currency(),
                isSame(basePrice, product.basePrice()) ? product.basePrice() : basePrice,
                written.added().stream().map(PriceView::of).toList(),
                written.superseded().stream().map(PriceView::of).toList());
        unit.changed(Change.of(ENTITY, Long.toString(product.id()), "changed", view, before));
    }
}
