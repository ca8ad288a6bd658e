package org.quartermaster.catalog.price;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.catalog.pricing.PriceType;
import org.quartermaster.platform.db.Rows;

/** A row of the price table; named as the columns are. It is superseded, never changed. */
final class Price {
    static final String COLUMNS = """
            r.id, r.product_id, r.price_kind, r.price_type, r.amount, r.currency, r.price_unit_quantity, r.uom,
            r.effective_from, r.effective_to, r.supplier_id, r.minimum_quantity, r.price_list_id, r.customer_group_id,
            r.customer_id, r.source, r.recorded_at, r.superseded_at, r.superseded_by, r.created_at, r.updated_at\
            """;

    private static final Rows<Price> ROWS = Rows.of(Price.class, Price::new);

    Long id;
    Long productId;
    PriceKind priceKind = PriceKind.SELL;
    PriceType priceType = PriceType.BASE;
    BigDecimal amount;
    String currency = "USD";
    BigDecimal priceUnitQuantity = BigDecimal.ONE;

    /** The unit of the product, or the code of one of its packs. */
    String uom;

    Instant effectiveFrom;
    Instant effectiveTo;
    Long supplierId;
    BigDecimal minimumQuantity = BigDecimal.ONE;
    Long priceListId;
    Long customerGroupId;
    Long customerId;
    String source = "manual";
    Instant recordedAt;
    Instant supersededAt;
    Long supersededBy;
    Instant createdAt;
    Instant updatedAt;

    static Price read(Row row) {
        return ROWS.read(row);
    }

    /** Whom it is for, as the table's generated key says it. */
    String scopeKey() {
        if (customerId != null) {
            return "c" + customerId;
        }
        if (customerGroupId != null) {
            return "g" + customerGroupId;
        }
        return priceListId == null ? "d" : "l" + priceListId;
    }

    String supplierKey() {
        return supplierId == null ? "" : supplierId.toString();
    }

    boolean overlaps(Price other) {
        return (effectiveTo == null || other.effectiveFrom.isBefore(effectiveTo))
                && (other.effectiveTo == null || effectiveFrom.isBefore(other.effectiveTo));
    }

    boolean holds(Instant time) {
        return !effectiveFrom.isAfter(time) && (effectiveTo == null || effectiveTo.isAfter(time));
    }

    /** A row of the same case to take its place: not recorded yet. */
    Price copy() {
        var copy = new Price();
        copy.productId = productId;
        copy.priceKind = priceKind;
        copy.priceType = priceType;
        copy.amount = amount;
        copy.currency = currency;
        copy.priceUnitQuantity = priceUnitQuantity;
        copy.uom = uom;
        copy.effectiveFrom = effectiveFrom;
        copy.effectiveTo = effectiveTo;
        copy.supplierId = supplierId;
        copy.minimumQuantity = minimumQuantity;
        copy.priceListId = priceListId;
        copy.customerGroupId = customerGroupId;
        copy.customerId = customerId;
        copy.source = source;
        return copy;
    }
}
