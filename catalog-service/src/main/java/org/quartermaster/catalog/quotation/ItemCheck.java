package org.quartermaster.catalog.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.quartermaster.catalog.pricing.ResolvedPrice;
import org.quartermaster.catalog.request.References;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/**
 * Refuses items that cannot be.
 *
 * @param prefix what stands before the names of an item's fields
 */
record ItemCheck(Caller caller, IntFunction<String> prefix) {
    private static final ProblemType BELOW_FLOOR = new ProblemType(422, "price.below_floor");
    private static final String UNKNOWN_UNIT = "unknown_unit";

    String name(int place) {
        return prefix.apply(place);
    }

    void references(ItemFacts facts, List<QuotationItem> items) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < items.size(); i++) {
            if (!facts.isOffered(items.get(i).productId)) {
                errors.add(new FieldError(name(i) + "product_id", References.UNKNOWN));
            }
            if (!facts.isSupplier(items.get(i).supplierId)) {
                errors.add(new FieldError(name(i) + "supplier_id", References.UNKNOWN));
            }
        }
        refuse(null, errors);
    }

    /** A unit that the product lacks, and a typed price below its floor unless an administrator says why. */
    void prices(List<QuotationItem> items, List<Integer> places, List<ResolvedPrice> found) {
        var unknown = new ArrayList<FieldError>();
        var low = new ArrayList<FieldError>();
        for (var i = 0; i < items.size(); i++) {
            if (UNKNOWN_UNIT.equals(found.get(i).reason())) {
                unknown.add(new FieldError(name(places.get(i)) + "uom", References.UNKNOWN));
            } else if (isTooLow(items.get(i), found.get(i))) {
                low.add(new FieldError(name(places.get(i)) + "unit_price", BELOW_FLOOR.code()));
            }
        }
        refuse(null, unknown);
        refuse(BELOW_FLOOR, low);
    }

    private boolean isTooLow(QuotationItem item, ResolvedPrice price) {
        return item.priceStatus == PriceStatus.MANUAL
                && price.floor().forbids(item.unitPrice)
                && (item.overrideReason == null || !caller.is(Roles.ADMIN));
    }

    private static void refuse(ProblemType type, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw type == null ? Problem.invalid(errors) : Problem.invalid(type, errors);
        }
    }
}
