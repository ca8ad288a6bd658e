package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.row.Precondition;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes single items of drafts; each change raises the version of the quotation. */
@ApplicationScoped
class DraftItems {
    private final Drafts drafts;
    private final QuotationRepository repository;
    private final ItemPricing pricing;

    @Inject
    DraftItems(Drafts drafts, QuotationRepository repository, ItemPricing pricing) {
        this.drafts = drafts;
        this.repository = repository;
        this.pricing = pricing;
    }

    Uni<Answer> add(UnitOfWork unit, long id, String ifMatch, Fields fields) {
        return drafts.lock(unit, id).chain(full -> {
            ETags.requireMatch(ifMatch, full.head().version);
            var before = QuotationNews.of(full);
            var item = ItemFields.create(fields, full.nextLine());
            fields.checkStrictly();
            full.items().add(item);
            return keep(unit, full, item, before)
                    .map(kept -> Answer.created(kept, Drafts.PATH + id + "/items/" + item.lineNo));
        });
    }

    Uni<Answer> change(UnitOfWork unit, long id, int lineNo, String ifMatch, Fields fields) {
        return drafts.lock(unit, id).chain(full -> {
            Precondition.require(ifMatch, fields, full.head().version);
            var before = QuotationNews.of(full);
            var item = item(full, lineNo);
            fields.require("quantity");
            ItemFields.readNamed(fields, item);
            fields.checkStrictly();
            return keep(unit, full, item, before).map(Answer::ok);
        });
    }

    private Uni<QuotationView> keep(UnitOfWork unit, FullQuotation full, QuotationItem item, QuotationNews before) {
        return pricing.price(unit, full.head(), List.of(item), any -> "")
                .chain(() -> drafts.keep(unit, full, List.of(item), before));
    }

    Uni<Answer> delete(UnitOfWork unit, long id, int lineNo, String ifMatch) {
        return drafts.lock(unit, id).chain(full -> {
            ETags.requireMatch(ifMatch, full.head().version);
            var before = QuotationNews.of(full);
            full.items().remove(item(full, lineNo));
            return repository
                    .deleteItem(unit, id, lineNo)
                    .chain(() -> drafts.keep(unit, full, List.of(), before))
                    .replaceWith(Answer.empty());
        });
    }

    private static QuotationItem item(FullQuotation full, int lineNo) {
        return full.item(lineNo).orElseThrow(() -> Problem.of(QuotationRepository.NOT_FOUND));
    }
}
