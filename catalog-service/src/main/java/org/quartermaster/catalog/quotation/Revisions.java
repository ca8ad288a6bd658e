package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;

/** Makes the next revision of a quotation, as a draft under the same number. */
@ApplicationScoped
class Revisions {
    private static final ProblemType HAS_DRAFT = new ProblemType(409, "quotation.draft_exists");

    private final QuotationRepository repository;
    private final QuotationDefaults defaults;
    private final ItemPricing pricing;
    private final Drafts drafts;

    @Inject
    Revisions(QuotationRepository repository, QuotationDefaults defaults, ItemPricing pricing, Drafts drafts) {
        this.repository = repository;
        this.defaults = defaults;
        this.pricing = pricing;
        this.drafts = drafts;
    }

    /** @param keepsPrices whether the prices stay those of the former revision */
    Uni<Answer> revise(UnitOfWork unit, long id, boolean keepsPrices) {
        return repository.lock(unit, id).chain(full -> {
            var head = full.head();
            head.status.require(head.isCurrent && head.status.mayBeRevised());
            return next(unit, head)
                    .chain(revision -> defaults.later(unit, head)
                            .invoke(found -> renew(head, revision, unit.now().plus(found.valid()))))
                    .chain(() -> keepsPrices ? Uni.createFrom().voidItem() : priceAnew(unit, full))
                    .invoke(full::sumUp)
                    .chain(() -> repository.insert(unit, full))
                    .chain(made -> drafts.created(unit, made));
        });
    }

    private static Uni<Integer> next(UnitOfWork unit, Quotation head) {
        return unit.run(StatusSql.REVISIONS, unit.caller().tenant(), head.quotationNumber)
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    if (row.getBoolean("has_draft")) {
                        throw Problem.of(HAS_DRAFT);
                    }
                    return row.getInteger("newest") + 1;
                });
    }

    /** NB: until it is sent, the former revision is the current one. */
    private static void renew(Quotation head, int revision, Instant validUntil) {
        head.revision = revision;
        head.isCurrent = false;
        head.validUntil = validUntil;
    }

    private Uni<Void> priceAnew(UnitOfWork unit, FullQuotation full) {
        full.head().pricedAt = unit.now();
        return pricing.priceAnew(unit, full.head(), full.items());
    }
}
