package org.quartermaster.catalog.price;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.request.References;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of single prices. Those of one product happen one after the other, so an overlap is always found. */
@ApplicationScoped
class PriceBook {
    private static final ProblemType OVERLAP = new ProblemType(409, "price.overlap");
    private static final ProblemType SUPERSEDED = new ProblemType(409, "price.superseded");

    private final PriceWriter writer;

    @Inject
    PriceBook(PriceWriter writer) {
        this.writer = writer;
    }

    Uni<Answer> create(UnitOfWork unit, long productId, Price price) {
        return PriceTable.lock(unit, productId).chain(product -> {
            complete(price, product);
            return require(unit, price)
                    .chain(() -> refuseOverlap(unit, price, null))
                    .chain(() -> PriceTable.number(unit, List.of(price)))
                    .chain(() -> writer.replace(unit, product, List.of(), List.of(price)))
                    .map(written -> PriceView.of(written.added().get(0)))
                    .map(view -> Answer.created(view, path(view), view.tag()));
        });
    }

    private static String path(PriceView price) {
        return "/api/v1/products/" + price.productId() + "/prices/" + price.id();
    }

    /** A new row with the given fields takes the place of the old one. */
    Uni<Answer> replace(UnitOfWork unit, Place place, String ifMatch, Fields fields) {
        return PriceTable.lock(unit, place.productId()).chain(product -> present(unit, place, ifMatch)
                .chain(old -> {
                    var price = old.copy();
                    fields.require("price_kind", "price_type", "amount", "currency", "price_unit_quantity");
                    fields.require("uom", "effective_from", "minimum_quantity", "source");
                    PriceFields.apply(fields, price);
                    fields.checkStrictly();
                    complete(price, product);
                    return require(unit, price)
                            .chain(() -> refuseOverlap(unit, price, old.id))
                            .chain(() -> PriceTable.number(unit, List.of(price)))
                            .invoke(() -> old.supersededBy = price.id)
                            .chain(() -> writer.replace(unit, product, List.of(old), List.of(price)));
                })
                .map(written -> PriceView.of(written.added().get(0)))
                .map(view -> Answer.ok(view, view.tag())));
    }

    Uni<Answer> delete(UnitOfWork unit, Place place, String ifMatch) {
        return PriceTable.lock(unit, place.productId())
                .chain(product -> present(unit, place, ifMatch)
                        .chain(old -> writer.replace(unit, product, List.of(old), List.of())))
                .replaceWith(Answer.empty());
    }

    /** Which row of which product. */
    record Place(long productId, long id) {}

    private static Uni<Price> present(UnitOfWork unit, Place place, String ifMatch) {
        return PriceTable.find(unit, place.productId(), place.id()).invoke(old -> {
            if (old.supersededAt != null) {
                throw Problem.of(SUPERSEDED);
            }
            ETags.requireMatch(ifMatch, old.id);
        });
    }

    private static void complete(Price price, PricedProduct product) {
        price.productId = product.id();
        price.uom = price.uom == null ? product.baseUom() : price.uom;
        price.effectiveFrom = price.effectiveFrom == null ? product.now() : price.effectiveFrom;
        requireUnit(price, product);
    }

    static void requireUnit(Price price, PricedProduct product) {
        if (!product.hasUnit(price.uom)) {
            throw Problem.invalid("uom", References.UNKNOWN);
        }
        if (price.effectiveTo != null && !price.effectiveTo.isAfter(price.effectiveFrom)) {
            throw Problem.invalid("effective_to", "range_backwards");
        }
    }

    static Uni<Void> require(UnitOfWork unit, Price price) {
        return new References(unit)
                .currency("currency", price.currency)
                .row("supplier_id", "supplier", price.supplierId)
                .row("price_list_id", "pricelist", price.priceListId)
                .row("customer_group_id", "customergroup", price.customerGroupId)
                .living("customer_id", "customer", price.customerId)
                .require(unit);
    }

    /** @param own the row that is to be superseded, or null */
    private static Uni<Void> refuseOverlap(UnitOfWork unit, Price price, Long own) {
        return PriceTable.ladder(unit, price)
                .invoke(rows -> rows.stream()
                        .filter(row -> !row.id.equals(own))
                        .filter(row -> row.minimumQuantity.compareTo(price.minimumQuantity) == 0)
                        .filter(price::overlaps)
                        .findFirst()
                        .ifPresent(PriceBook::refuse))
                .replaceWithVoid();
    }

    static void refuse(Price other) {
        var error = new FieldError("effective_from", OVERLAP.code());
        throw Problem.invalid(OVERLAP, List.of(error)).showing("price_id", other.id);
    }
}
