package org.quartermaster.catalog.quotation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/**
 * Reads what a request says of items. A typed unit price is the price after any discount, so a discount beside it is
 * refused; null gives the price back to the price lists.
 */
final class ItemFields {
    static final int MAX_ITEMS = 5_000;

    private static final int TEXT = 20_000;
    private static final int CODE = 64;
    private static final int NAME = 300;
    private static final int MAX_DAYS = 36_500;

    private ItemFields() {}

    /** New items, numbered from the given number on. */
    static List<QuotationItem> readAll(Fields fields, int first) {
        var items = new ArrayList<QuotationItem>();
        for (var item : fields.items("items", MAX_ITEMS)) {
            items.add(create(item, first + items.size()));
        }
        return items;
    }

    static QuotationItem create(Fields fields, int lineNo) {
        var item = new QuotationItem();
        item.lineNo = lineNo;
        fields.require("quantity");
        readNamed(fields, item);
        return item;
    }

    /** NB: an item without a description of its own is called as its product. */
    static void readNamed(Fields fields, QuotationItem item) {
        read(fields, item);
        if (item.productId == null && item.itemDescription == null) {
            fields.error("item_description", "missing");
        }
    }

    private static void read(Fields fields, QuotationItem item) {
        Numbers.id(fields, "product_id").to(value -> item.productId = value);
        fields.text("item_description", 1, TEXT).to(value -> item.itemDescription = value);
        Numbers.quantity(fields, "quantity").to(value -> item.quantity = value);
        fields.text("uom", 1, CODE).to(value -> item.uom = value);
        fields.text("item_category", 0, NAME).to(value -> item.itemCategory = value);
        Numbers.id(fields, "supplier_id").to(value -> item.supplierId = value);
        fields.integer("delivery_days", 0, MAX_DAYS).to(value -> item.deliveryDays = value);
        fields.text("notes", 0, TEXT).to(value -> item.notes = value);
        readPrice(fields, item);
    }

    private static void readPrice(Fields fields, QuotationItem item) {
        Numbers.percent(fields, "discount_percent", "100").to(value -> item.discountPercent = value);
        fields.text("price_reason", 0, TEXT).to(value -> item.priceReason = value);
        fields.text("override_reason", 0, TEXT).to(value -> item.overrideReason = value);
        var typed = Numbers.amount(fields, "unit_price");
        var status = fields.word("price_status", PriceStatus.class);
        settle(item, typed, status);
        if (item.priceStatus != PriceStatus.MANUAL) {
            return;
        }
        if (item.priceReason == null) {
            fields.error("price_reason", "missing");
        }
        if (item.quantity == null) {
            fields.error("quantity", "missing");
        }
        if (item.discountPercent != null && item.discountPercent.signum() > 0) {
            fields.error("discount_percent", "quotation.discounted_price");
        }
    }

    private static void settle(QuotationItem item, Field<BigDecimal> typed, Field<PriceStatus> status) {
        if (status.value() == PriceStatus.EXCLUDED) {
            item.unprice(PriceStatus.EXCLUDED);
        } else if (typed.value() != null) {
            item.unprice(PriceStatus.MANUAL);
            item.unitPrice = typed.value();
        } else if (status.given() || typed.given()) {
            item.unprice(PriceStatus.MISSING);
        }
    }
}
