package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.quartermaster.catalog.row.Precondition;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;

/** Changes drafts as a whole. */
@ApplicationScoped
class DraftChanges {
    private final Drafts drafts;
    private final QuotationRepository repository;
    private final QuotationDefaults defaults;
    private final ItemPricing pricing;

    @Inject
    DraftChanges(Drafts drafts, QuotationRepository repository, QuotationDefaults defaults, ItemPricing pricing) {
        this.drafts = drafts;
        this.repository = repository;
        this.defaults = defaults;
        this.pricing = pricing;
    }

    /** Changes the head and, where items are given, puts them in the place of those that are there. */
    Uni<Answer> update(UnitOfWork unit, long id, String ifMatch, Fields fields, Saving saving) {
        return drafts.lock(unit, id).chain(full -> {
            var head = full.head();
            Precondition.require(ifMatch, fields, head.version);
            var before = QuotationNews.of(full);
            QuotationFields.change(fields, saving, head);
            var given = fields.has("items") ? ItemFields.readAll(fields, 1) : null;
            fields.checkStrictly();
            return adopt(unit, head, before.quotation(), saving)
                    .chain(isMoved -> given == null
                            ? move(unit, full, before, isMoved)
                            : replace(unit, new FullQuotation(head, given), before))
                    .map(Answer::ok);
        });
    }

    /** Fills what is open, by another customer or currency too; false where both are as they were. */
    private Uni<Boolean> adopt(UnitOfWork unit, Quotation head, QuotationEntry before, Saving saving) {
        var hasCustomer = Objects.equals(head.customerId, before.customerId());
        var isMoved = !hasCustomer || !head.currency.equals(before.currency());
        if (!isMoved && saving == Saving.PART) {
            return Uni.createFrom().item(false);
        }
        return (hasCustomer ? defaults.later(unit, head) : defaults.of(unit, head))
                .invoke(found -> found.fill(head, unit.now()))
                .invoke(() -> Drafts.requireClient(head))
                .replaceWith(isMoved);
    }

    /** Another customer or currency has other prices; what was typed in another currency is no price in this one. */
    private Uni<QuotationView> move(UnitOfWork unit, FullQuotation full, QuotationNews before, boolean isMoved) {
        if (!isMoved) {
            return drafts.keep(unit, full, List.of(), before);
        }
        if (!full.head().currency.equals(before.quotation().currency())) {
            full.items().stream()
                    .filter(item -> item.priceStatus == PriceStatus.MANUAL)
                    .forEach(item -> item.unprice(PriceStatus.MISSING));
        }
        return pricing.priceAnew(unit, full.head(), full.items())
                .chain(() -> drafts.keep(unit, full, full.items(), before));
    }

    private Uni<QuotationView> replace(UnitOfWork unit, FullQuotation full, QuotationNews before) {
        return pricing.price(unit, full.head(), full.items(), Drafts::place)
                .chain(() -> repository.deleteItems(unit, full.head().id))
                .chain(() -> drafts.keep(unit, full, full.items(), before));
    }

    /** Resolves all prices anew by what holds now; typed ones stay. */
    Uni<Answer> reprice(UnitOfWork unit, long id) {
        return drafts.lock(unit, id).chain(full -> {
            var before = QuotationNews.of(full);
            full.head().pricedAt = unit.now();
            return pricing.priceAnew(unit, full.head(), full.items())
                    .chain(() -> drafts.keep(unit, full, full.items(), before))
                    .map(Answer::ok);
        });
    }
}
