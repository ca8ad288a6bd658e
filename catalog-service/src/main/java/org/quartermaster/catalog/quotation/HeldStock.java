package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.reservation.QuotationHold;
import org.quartermaster.catalog.reservation.QuotationStock;
import org.quartermaster.catalog.reservation.QuotationStock.OnShortage;
import org.quartermaster.catalog.reservation.WantedLine;
import org.quartermaster.platform.change.UnitOfWork;

/** Holds the stock of an accepted quotation, in the transaction of its acceptance. */
@ApplicationScoped
class HeldStock {
    private final QuotationStock stock;

    @Inject
    HeldStock(QuotationStock stock) {
        this.stock = stock;
    }

    /** A line of which a part is missing; quantities in the base unit of the product. */
    record Backordered(int lineNo, Long productId, BigDecimal wanted, BigDecimal held) {}

    /** A line whose product no warehouse keeps. */
    record Untracked(int lineNo, Long productId, String sku) {}

    /** What could not be held. */
    record Shortages(List<Backordered> backordered, List<Untracked> untracked) {}

    /** 409 {@code stock.insufficient} where too little is there and the client does not wait for the rest. */
    Uni<Shortages> hold(UnitOfWork unit, FullQuotation full, Instant until, OnShortage onShortage) {
        var items = new LinkedHashMap<String, QuotationItem>();
        for (var item : full.items()) {
            if (item.productId != null && item.priceStatus.hasPrice()) {
                items.put("line_items[" + full.items().indexOf(item) + "]", item);
            }
        }
        if (items.isEmpty()) {
            return Uni.createFrom().item(new Shortages(List.of(), List.of()));
        }
        var head = full.head();
        return stock.hold(unit, head.id, head.quotationNumber, wanted(items), until, onShortage)
                .map(held -> shortages(items, held));
    }

    private static List<WantedLine> wanted(Map<String, QuotationItem> items) {
        return items.entrySet().stream()
                .map(item -> new WantedLine(
                        item.getKey(), item.getValue().productId, item.getValue().quantity, item.getValue().uom, null))
                .toList();
    }

    private static Shortages shortages(Map<String, QuotationItem> items, QuotationHold held) {
        return new Shortages(
                held.backordered().stream()
                        .map(line -> backordered(items.get(line.line().field()), line))
                        .toList(),
                held.untracked().stream()
                        .map(line -> items.get(line.field()))
                        .map(item -> new Untracked(item.lineNo, item.productId, item.sku))
                        .toList());
    }

    private static Backordered backordered(QuotationItem item, QuotationHold.Backorder line) {
        return new Backordered(item.lineNo, item.productId, line.wanted(), line.held());
    }

    Uni<Void> release(UnitOfWork unit, long quotationId) {
        return stock.release(unit, quotationId);
    }
}
