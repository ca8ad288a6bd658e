package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.quartermaster.catalog.quotation.QuotationEvents.PreviousQuotation;
import org.quartermaster.catalog.reservation.QuotationStock.OnShortage;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;

/** What becomes of a quotation that was sent, or is called off. */
@ApplicationScoped
class QuotationSteps {
    private static final ProblemType TOO_LATE = new ProblemType(409, "quotation.expired");

    private final QuotationRepository repository;
    private final HeldStock stock;
    private final QuotationDefaults defaults;
    private final QuotationJson json;

    @Inject
    QuotationSteps(QuotationRepository repository, HeldStock stock, QuotationDefaults defaults, QuotationJson json) {
        this.repository = repository;
        this.stock = stock;
        this.defaults = defaults;
        this.json = json;
    }

    /** What the client said when he accepted. */
    record Acceptance(String by, String reference, OnShortage onShortage) {}

    Uni<Answer> accept(UnitOfWork unit, long id, Acceptance acceptance) {
        return repository.lock(unit, id).chain(full -> {
            var head = full.head();
            requireInTime(head, unit.now());
            head.status.require(head.isCurrent && head.status.mayBecome(QuotationStatus.ACCEPTED));
            return defaults.later(unit, head)
                    .chain(found -> stock.hold(unit, full, unit.now().plus(found.accepted()), acceptance.onShortage()))
                    .chain(held -> unit.run(
                            StatusSql.ACCEPT,
                            unit.caller().tenant(),
                            id,
                            Columns.time(unit.now()),
                            acceptance.by(),
                            acceptance.reference(),
                            json.text(held.backordered()),
                            json.text(held.untracked())))
                    .chain(() -> tell(unit, full, QuotationStatus.ACCEPTED));
        });
    }

    private static void requireInTime(Quotation head, Instant now) {
        var isLate = head.status == QuotationStatus.SENT && !head.validUntil.isAfter(now);
        if (isLate || head.status == QuotationStatus.EXPIRED) {
            throw Problem.of(TOO_LATE);
        }
    }

    Uni<Answer> reject(UnitOfWork unit, long id, String reason) {
        return repository
                .lock(unit, id)
                .invoke(full -> full.head().status.require(full.head().status.mayBecome(QuotationStatus.REJECTED)))
                .call(() -> unit.run(StatusSql.REJECT, unit.caller().tenant(), id, Columns.time(unit.now()), reason))
                .chain(full -> tell(unit, full, QuotationStatus.REJECTED));
    }

    /** Calls a draft or an accepted quotation off; what is held for it is free again. */
    Uni<Answer> cancel(UnitOfWork unit, long id) {
        return repository.lock(unit, id).chain(full -> {
            var head = full.head();
            head.status.require(head.status.mayBecome(QuotationStatus.CANCELLED));
            var release = head.status == QuotationStatus.ACCEPTED
                    ? stock.release(unit, id)
                    : Uni.createFrom().voidItem();
            return release.chain(() -> end(unit, full, QuotationStatus.CANCELLED));
        });
    }

    /** Ends a quotation whose time is up; one that was answered meanwhile stays as it is. */
    Uni<Void> expireWhenDue(UnitOfWork unit, long id) {
        return repository.lock(unit, id).chain(full -> {
            var head = full.head();
            var isDue = head.status == QuotationStatus.SENT && !head.validUntil.isAfter(unit.now());
            return isDue
                    ? end(unit, full, QuotationStatus.EXPIRED).replaceWithVoid()
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Answer> end(UnitOfWork unit, FullQuotation full, QuotationStatus status) {
        return unit.run(StatusSql.END, unit.caller().tenant(), full.head().id, Words.of(status))
                .chain(() -> tell(unit, full, status));
    }

    /** Reads the quotation again, tells of its new state and shows it. */
    Uni<Answer> tell(UnitOfWork unit, FullQuotation before, QuotationStatus status) {
        return repository
                .load(unit, before.head().id)
                .invoke(after -> unit.changed(new Change(
                        Quotation.ENTITY,
                        Long.toString(after.head().id),
                        Words.of(status),
                        QuotationNews.of(after),
                        QuotationNews.of(before),
                        Map.of("previous", new PreviousQuotation(before.head().status)))))
                .chain(json::show)
                .map(Answer::ok);
    }
}
