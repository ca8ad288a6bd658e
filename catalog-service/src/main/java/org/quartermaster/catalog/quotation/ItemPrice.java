package org.quartermaster.catalog.quotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quartermaster.catalog.pricing.LineAmount;
import org.quartermaster.catalog.pricing.ResolvedPrice;

/** Puts a price on an item, exactly: resolved as it is, or typed. */
final class ItemPrice {
    private static final int PRICE_DECIMALS = 4;
    private static final int PERCENT_DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** NB: the column has three digits before the point; a loss beyond that is not told as a percentage. */
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);

    private ItemPrice() {}

    /** Takes over what was resolved; a typed price stays, and what belongs to it is computed. */
    static void put(QuotationItem item, ResolvedPrice price, int minorUnits) {
        item.uom = price.uom();
        item.baseQuantity = price.baseQuantity();
        item.costSnapshot = price.floor().cost();
        if (item.priceStatus == PriceStatus.MANUAL) {
            item.listPrice = price.listPrice();
            putTyped(item, price.taxRate(), minorUnits);
        } else if (price.hasPrice()) {
            putResolved(item, price);
        } else {
            item.unprice(PriceStatus.MISSING);
        }
        item.marginPercent = margin(item.unitPrice, item.costSnapshot);
    }

    private static void putResolved(QuotationItem item, ResolvedPrice price) {
        item.priceStatus = PriceStatus.PRICED;
        item.listPrice = price.listPrice();
        item.unitPrice = price.unitPrice();
        item.lineTotal = price.lineTotal();
        item.taxRate = price.taxRate();
        item.lineTax = price.lineTax();
        item.pricingId = price.source().pricingId();
    }

    static void putTyped(QuotationItem item, BigDecimal taxRate, int minorUnits) {
        item.unitPrice = item.unitPrice.setScale(PRICE_DECIMALS, RoundingMode.UNNECESSARY);
        var amount = LineAmount.of(item.quantity, item.unitPrice, taxRate, minorUnits);
        item.lineTotal = amount.total();
        item.taxRate = taxRate;
        item.lineTax = amount.tax();
        item.pricingId = null;
    }

    private static BigDecimal margin(BigDecimal price, BigDecimal cost) {
        if (price == null || cost == null || price.signum() == 0) {
            return null;
        }
        var percent = price.subtract(cost).multiply(HUNDRED).divide(price, PERCENT_DECIMALS, RoundingMode.HALF_UP);
        return percent.abs().compareTo(MOST_PERCENT) < 0 ? percent : null;
    }
}
