package org.quartermaster.catalog.price;

import java.util.ArrayList;
import org.quartermaster.catalog.pricing.PriceType;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a price. */
final class PriceFields {
    private static final int CODE = 64;

    private PriceFields() {}

    static void apply(Fields fields, Price price) {
        fields.word("price_kind", PriceKind.class).to(value -> price.priceKind = value);
        Numbers.amount(fields, "amount").to(value -> price.amount = value);
        Numbers.quantity(fields, "price_unit_quantity").to(value -> price.priceUnitQuantity = value);
        Numbers.quantity(fields, "minimum_quantity").to(value -> price.minimumQuantity = value);
        Numbers.id(fields, "supplier_id").to(value -> price.supplierId = value);
        fields.text("source", 1, CODE).to(value -> price.source = value);
        applyCase(fields, price);
    }

    /** What a ladder as a whole has too. */
    static void applyCase(Fields fields, Price price) {
        fields.word("price_type", PriceType.class).to(value -> price.priceType = value);
        fields.text("currency", 3, 3).to(value -> price.currency = value);
        fields.text("uom", 1, CODE).to(value -> price.uom = value);
        fields.time("effective_from").to(value -> price.effectiveFrom = value);
        fields.time("effective_to").to(value -> price.effectiveTo = value);
        Numbers.id(fields, "price_list_id").to(value -> price.priceListId = value);
        Numbers.id(fields, "customer_group_id").to(value -> price.customerGroupId = value);
        Numbers.id(fields, "customer_id").to(value -> price.customerId = value);
        checkScope(fields, price);
    }

    private static void checkScope(Fields fields, Price price) {
        var scopes = new ArrayList<String>();
        if (price.priceListId != null) {
            scopes.add("price_list_id");
        }
        if (price.customerGroupId != null) {
            scopes.add("customer_group_id");
        }
        if (price.customerId != null) {
            scopes.add("customer_id");
        }
        if (price.priceKind == PriceKind.COST) {
            scopes.forEach(scope -> fields.error(scope, "price.cost_scope"));
        } else {
            scopes.stream().skip(1).forEach(scope -> fields.error(scope, "price.one_scope"));
        }
    }
}
