package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.quartermaster.catalog.row.Precondition;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Makes quotations and changes them while they are drafts. */
@ApplicationScoped
class Drafts {
    static final String PATH = "/api/v1/quotations/";

    private final QuotationRepository repository;
    private final QuotationDefaults defaults;
    private final DocumentNumbers numbers;
    private final ItemPricing pricing;
    private final QuotationJson json;

    @Inject
    Drafts(
            QuotationRepository repository,
            QuotationDefaults defaults,
            DocumentNumbers numbers,
            ItemPricing pricing,
            QuotationJson json) {
        this.repository = repository;
        this.defaults = defaults;
        this.numbers = numbers;
        this.pricing = pricing;
        this.json = json;
    }

    Uni<Answer> create(UnitOfWork unit, FullQuotation draft) {
        return number(unit, draft)
                .invoke(made -> unit.changed(
                        Change.created(Quotation.ENTITY, Long.toString(made.head().id), QuotationNews.of(made))))
                .map(this::created);
    }

    /** Completes, prices and numbers a draft, and adds it; its event is the caller's to tell. */
    Uni<FullQuotation> number(UnitOfWork unit, FullQuotation draft) {
        var head = draft.head();
        head.pricedAt = unit.now();
        return defaults.of(unit, head)
                .invoke(found -> found.fill(head, unit.now()))
                .invoke(() -> requireClient(head))
                .call(() -> pricing.price(unit, head, draft.items()))
                .invoke(draft::sumUp)
                .chain(found -> numbers.next(unit, Quotation.ENTITY, found.prefix()))
                .invoke(number -> head.quotationNumber = number)
                .chain(() -> repository.insert(unit, draft));
    }

    private static void requireClient(Quotation head) {
        if (head.clientName == null) {
            throw Problem.invalid("client_name", "missing");
        }
    }

    Answer created(FullQuotation made) {
        return Answer.created(json.view(made), PATH + made.head().id);
    }

    /** Changes the head and, where items are given, puts them in the place of those that are there. */
    Uni<Answer> update(UnitOfWork unit, long id, String ifMatch, Fields fields) {
        return lockDraft(unit, id).chain(full -> {
            Precondition.require(ifMatch, fields, full.head().version);
            var before = QuotationNews.of(full);
            var customer = full.head().customerId;
            var currency = full.head().currency;
            QuotationFields.change(fields, full.head());
            var isReplaced = fields.has("items");
            var items = isReplaced ? ItemFields.readAll(fields, 1) : full.items();
            fields.checkStrictly();
            var changed = new FullQuotation(full.head(), items);
            var isMoved = !Objects.equals(customer, full.head().customerId) || !currency.equals(full.head().currency);
            var work = isMoved ? move(unit, changed, currency) : pricing.price(unit, full.head(), isReplaced ? items : List.of());
            return work.call(() -> isReplaced
                            ? repository.deleteItems(unit, id)
                            : Uni.createFrom().voidItem())
                    .chain(() -> keep(unit, changed, isReplaced || isMoved ? items : List.of(), before))
                    .map(kept -> Answer.ok(json.view(kept)));
        });
    }

    /** Another customer or currency has other prices; what was typed in another currency is no price in this one. */
    private Uni<Void> move(UnitOfWork unit, FullQuotation full, String formerCurrency) {
        var head = full.head();
        return defaults.of(unit, head)
                .invoke(found -> {
                    found.fill(head, unit.now());
                    if (!formerCurrency.equals(head.currency)) {
                        full.items().stream()
                                .filter(item -> item.priceStatus == PriceStatus.MANUAL)
                                .forEach(item -> item.unprice(PriceStatus.MISSING));
                    }
                })
                .chain(() -> pricing.price(unit, head, full.items()));
    }

    Uni<Answer> addItem(UnitOfWork unit, long id, String ifMatch, Fields fields) {
        return lockDraft(unit, id).chain(full -> {
            ETags.requireMatch(ifMatch, full.head().version);
            var before = QuotationNews.of(full);
            var item = ItemFields.create(fields, full.nextLine());
            fields.checkStrictly();
            full.items().add(item);
            return pricing.price(unit, full.head(), List.of(item))
                    .chain(() -> keep(unit, full, List.of(item), before))
                    .map(kept -> Answer.created(json.view(kept), PATH + id + "/items/" + item.lineNo));
        });
    }

    Uni<Answer> changeItem(UnitOfWork unit, long id, int lineNo, String ifMatch, Fields fields) {
        return lockDraft(unit, id).chain(full -> {
            Precondition.require(ifMatch, fields, full.head().version);
            var before = QuotationNews.of(full);
            var item = item(full, lineNo);
            fields.require("quantity", "item_description");
            ItemFields.read(fields, item);
            fields.checkStrictly();
            return pricing.price(unit, full.head(), List.of(item))
                    .chain(() -> keep(unit, full, List.of(item), before))
                    .map(kept -> Answer.ok(json.view(kept)));
        });
    }

    Uni<Answer> deleteItem(UnitOfWork unit, long id, int lineNo, String ifMatch) {
        return lockDraft(unit, id).chain(full -> {
            ETags.requireMatch(ifMatch, full.head().version);
            var before = QuotationNews.of(full);
            full.items().remove(item(full, lineNo));
            return repository
                    .deleteItem(unit, id, lineNo)
                    .chain(() -> keep(unit, full, List.of(), before))
                    .replaceWith(Answer.empty());
        });
    }

    private static QuotationItem item(FullQuotation full, int lineNo) {
        return full.item(lineNo).orElseThrow(() -> Problem.of(QuotationRepository.NOT_FOUND));
    }

    /** Resolves all prices anew by what holds now; typed ones stay. */
    Uni<Answer> reprice(UnitOfWork unit, long id) {
        return lockDraft(unit, id).chain(full -> {
            var before = QuotationNews.of(full);
            full.head().pricedAt = unit.now();
            return pricing.price(unit, full.head(), full.items())
                    .chain(() -> keep(unit, full, full.items(), before))
                    .map(kept -> Answer.ok(json.view(kept)));
        });
    }

    private Uni<FullQuotation> lockDraft(UnitOfWork unit, long id) {
        return repository.lock(unit, id).invoke(full -> {
            var status = full.head().status;
            status.require(status == QuotationStatus.DRAFT);
        });
    }

    private Uni<FullQuotation> keep(
            UnitOfWork unit, FullQuotation full, List<QuotationItem> changed, QuotationNews before) {
        full.sumUp();
        return repository.update(unit, full.head(), changed).invoke(kept -> unit.changed(Change.of(
                Quotation.ENTITY, Long.toString(kept.head().id), "updated", QuotationNews.of(kept), before)));
    }
}
