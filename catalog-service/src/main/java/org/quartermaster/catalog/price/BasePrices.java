package org.quartermaster.catalog.price;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quartermaster.platform.change.DueRows;
import org.quartermaster.platform.change.UnitOfWork;

/** The base price that a product shows: writing it writes a price row, and time alone may change it. */
@ApplicationScoped
public class BasePrices {
    private static final String DUE =
            "select tenant_id, product_id::text from catalog.basepricedue where due_at <= now() order by due_at limit 1000";

    private final PriceWriter writer;
    private final DueRows due;

    @Inject
    BasePrices(PriceWriter writer, DueRows due) {
        this.writer = writer;
        this.due = due;
    }

    @Scheduled(every = "1m")
    void refresh() throws SQLException {
        due.run("base prices", DUE, (unit, id) -> PriceTable.lockAny(unit, Long.parseLong(id))
                .chain(product -> writer.refresh(unit, product)));
    }

    /**
     * Lets a product cost everybody the amount from now on, in its own currency and base unit, until a price that was
     * entered for later begins.
     *
     * @param amount null where it shall have no base price
     */
    public Uni<Void> set(UnitOfWork unit, long productId, BigDecimal amount) {
        return PriceTable.lock(unit, productId).chain(product -> {
            var like = like(product, amount);
            return PriceTable.ladder(unit, like).chain(rows -> set(unit, product, like, rows));
        });
    }

    private static Price like(PricedProduct product, BigDecimal amount) {
        var like = new Price();
        like.productId = product.id();
        like.currency = product.currency();
        like.uom = product.baseUom();
        like.amount = amount;
        like.effectiveFrom = product.now();
        return like;
    }

    private Uni<Void> set(UnitOfWork unit, PricedProduct product, Price like, List<Price> rows) {
        var ofOne = rows.stream()
                .filter(row -> row.minimumQuantity.compareTo(BigDecimal.ONE) == 0)
                .toList();
        var present = ofOne.stream().filter(row -> row.holds(product.now())).findFirst();
        if (isSame(present, like.amount)) {
            return Uni.createFrom().voidItem();
        }
        like.effectiveTo = ofOne.stream()
                .map(row -> row.effectiveFrom)
                .filter(product.now()::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var fresh = Stream.concat(
                        like.amount == null ? Stream.empty() : Stream.of(like),
                        present.flatMap(row -> past(row, product.now())).stream())
                .toList();
        return PriceTable.number(unit, fresh)
                .invoke(() -> present.ifPresent(row -> row.supersededBy = fresh.isEmpty() ? null : fresh.get(0).id))
                .chain(() -> writer.replace(unit, product, present.stream().toList(), fresh))
                .replaceWithVoid();
    }

    private static boolean isSame(Optional<Price> present, BigDecimal amount) {
        return present.isEmpty()
                ? amount == null
                : amount != null
                        && present.get().amount.compareTo(amount) == 0
                        && present.get().priceUnitQuantity.compareTo(BigDecimal.ONE) == 0;
    }

    /** The part of a row's time that is over: then it held, and it is to be found there still. */
    private static Optional<Price> past(Price row, Instant now) {
        if (!row.effectiveFrom.isBefore(now)) {
            return Optional.empty();
        }
        var past = row.copy();
        past.effectiveTo = now;
        return Optional.of(past);
    }
}
