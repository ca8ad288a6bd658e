package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;

/** Makes drafts, and keeps what was changed in them. */
@ApplicationScoped
class Drafts {
    static final String PATH = "/api/v1/quotations/";

    private final QuotationRepository repository;
    private final QuotationDefaults defaults;
    private final DocumentNumbers numbers;
    private final ItemPricing pricing;
    private final Overrides overrides;
    private final QuotationJson json;

    @Inject
    Drafts(
            QuotationRepository repository,
            QuotationDefaults defaults,
            DocumentNumbers numbers,
            ItemPricing pricing,
            Overrides overrides,
            QuotationJson json) {
        this.repository = repository;
        this.defaults = defaults;
        this.numbers = numbers;
        this.pricing = pricing;
        this.overrides = overrides;
        this.json = json;
    }

    Uni<Answer> create(UnitOfWork unit, FullQuotation draft) {
        return number(unit, draft, () -> pricing.price(unit, draft.head(), draft.items(), Drafts::place))
                .call(made -> overrides.note(unit, made.head().id, made.items()))
                .chain(made -> created(unit, made));
    }

    /** What stands before the names of the fields of one item of many. */
    static String place(int item) {
        return "items[" + item + "].";
    }

    /**
     * Completes, prices and numbers a draft, and adds it; its event is the caller's to tell.
     *
     * @param price prices the items, once the currency is known
     */
    Uni<FullQuotation> number(UnitOfWork unit, FullQuotation draft, Supplier<Uni<Void>> price) {
        var head = draft.head();
        head.pricedAt = unit.now();
        return defaults.of(unit, head)
                .invoke(found -> found.fill(head, unit.now()))
                .invoke(() -> requireClient(head))
                .call(found -> price.get())
                .invoke(draft::sumUp)
                .chain(found -> numbers.next(unit, Quotation.ENTITY, found.prefix()))
                .invoke(number -> head.quotationNumber = number)
                .chain(() -> repository.insert(unit, draft));
    }

    /** 422 where neither the request nor a customer says who it is for. */
    static void requireClient(Quotation head) {
        if (head.clientName == null) {
            throw Problem.invalid("client_name", "missing");
        }
    }

    Uni<Answer> created(UnitOfWork unit, FullQuotation made) {
        var id = made.head().id;
        unit.changed(Change.created(Quotation.ENTITY, Long.toString(id), QuotationNews.of(made)));
        return json.show(made).map(view -> Answer.created(view, PATH + id));
    }

    /** Locks a quotation that may be changed; 409 for one that is no draft any more. */
    Uni<FullQuotation> lock(UnitOfWork unit, long id) {
        return repository.lock(unit, id).invoke(full -> {
            var status = full.head().status;
            status.require(status == QuotationStatus.DRAFT);
        });
    }

    /**
     * Sums up and keeps a draft.
     *
     * @param changed those of its items that changed or are new
     */
    Uni<QuotationView> keep(UnitOfWork unit, FullQuotation full, List<QuotationItem> changed, QuotationNews before) {
        full.sumUp();
        return repository
                .update(unit, full.head(), changed)
                .invoke(kept -> unit.changed(Change.of(
                        Quotation.ENTITY, Long.toString(kept.head().id), "updated", QuotationNews.of(kept), before)))
                .call(() -> overrides.note(unit, full.head().id, changed))
                .chain(json::show);
    }
}
