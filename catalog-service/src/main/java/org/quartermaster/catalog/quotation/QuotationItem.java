package org.quartermaster.catalog.quotation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import org.quartermaster.platform.db.Rows;

/** One item of a quotation; named as the columns are, so that its JSON is a row. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class QuotationItem {
    private static final Rows<QuotationItem> ROWS = Rows.of(QuotationItem.class, QuotationItem::new);

    int lineNo;
    Long rfpLineId;

    /** Number of the line of the request, or null. */
    Integer rfpLineNo;

    Long productId;
    String sku;
    String itemDescription;
    BigDecimal quantity;
    String uom;
    BigDecimal baseQuantity;
    BigDecimal listPrice;
    BigDecimal unitPrice;
    BigDecimal lineTotal;
    BigDecimal taxRate;
    BigDecimal lineTax;
    BigDecimal costSnapshot;
    BigDecimal marginPercent;
    BigDecimal discountPercent;
    PriceStatus priceStatus = PriceStatus.MISSING;
    String priceTrace = "{}";
    Long pricingId;
    String priceReason;
    String itemCategory;
    Long supplierId;
    Integer deliveryDays;
    BigDecimal matchConfidence;
    String compliance = "[]";

    /** Why the product was matched, as a JSON array. */
    String evidence = "[]";

    String notes;

    /** Why an administrator lets the price be below the floor; kept in the trace. */
    String overrideReason;

    static QuotationItem read(Row row) {
        return ROWS.read(row);
    }

    /** Whether its price is typed, with a reason for being below the floor. */
    boolean isOverridden() {
        return priceStatus == PriceStatus.MANUAL && overrideReason != null;
    }

    /** Takes the price off; what was typed is forgotten. */
    void unprice(PriceStatus status) {
        priceStatus = status;
        listPrice = null;
        unitPrice = null;
        lineTotal = null;
        taxRate = null;
        lineTax = null;
        costSnapshot = null;
        marginPercent = null;
        pricingId = null;
        priceTrace = "{}";
    }
}
