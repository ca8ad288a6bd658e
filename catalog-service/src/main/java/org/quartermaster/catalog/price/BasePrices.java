package org.quartermaster.catalog.price;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
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

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
            var like = like(product.id(), product.currency(), product.baseUom(), amount);
            return PriceTable.ladder(unit, like).chain(rows -> set(unit, product, like, rows));
        });
    }

    private static Price like(long productId, String currency, String uom, BigDecimal amount) {
        var like = new Price();
        like.productId = productId;
        like.currency = currency;
        like.uom = uom;
        like.amount = amount;
        return like;
    }

    private Uni<Void> set(UnitOfWork unit, PricedProduct product, Price like, List<Price> rows) {
        var change = FromNow.of(like, rows, product.now());
        return change.isNothing()
                ? Uni.createFrom().voidItem()
                : PriceTable.number(unit, change.fresh())
                        .invoke(change::link)
                        .chain(() -> writer.replace(unit, product, change.old(), change.fresh()))
                        .replaceWithVoid();
    }

    /**
     * What a locked product shall cost.
     *
     * @param uom its base unit
     * @param amount null where it shall have no base price
     */
    public record Wanted(long productId, String currency, String uom, BigDecimal amount) {}

    /** As {@link #set}, of many products at a time; whoever asks for it tells of the products. */
    public Uni<Void> setAll(UnitOfWork unit, List<Wanted> wanted) {
        return wanted.isEmpty()
                ? Uni.createFrom().voidItem()
                : PriceTable.clock(unit).chain(now -> PriceTable.bases(unit, wanted)
                        .map(rows -> changes(wanted, rows, now))
                        .chain(changes -> writer.replaceAll(unit, changes, now))
                        .chain(() -> writer.refreshAll(
                                unit,
                                wanted.stream()
                                        .filter(one -> one.amount() == null)
                                        .map(Wanted::productId)
                                        .toList(),
                                now))
                        .replaceWithVoid());
    }

    private static List<FromNow> changes(List<Wanted> wanted, List<Price> rows, Instant now) {
        var ladders = rows.stream().collect(Collectors.groupingBy(row -> row.productId));
        return wanted.stream()
                .map(one -> FromNow.of(
                        like(one.productId(), one.currency(), one.uom(), one.amount()),
                        ladders.getOrDefault(one.productId(), List.of()),
                        now))
                .filter(change -> !change.isNothing())
                .toList();
    }
}
