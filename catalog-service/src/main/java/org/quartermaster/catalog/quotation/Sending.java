package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.HeavyWork;

/** Sends drafts: from then on lines and PDF are what they are, and the revision before is superseded. */
@ApplicationScoped
class Sending {
    private static final ProblemType UNPRICED = new ProblemType(422, QuotationWarning.UNPRICED);
    private static final ProblemType UNTAXED = new ProblemType(422, QuotationWarning.UNTAXED);

    private final QuotationRepository repository;
    private final QuotationSteps steps;
    private final QuotationFiles files;
    private final QuotationJson json;

    @Inject
    Sending(QuotationRepository repository, QuotationSteps steps, QuotationFiles files, QuotationJson json) {
        this.repository = repository;
        this.steps = steps;
        this.files = files;
        this.json = json;
    }

    Uni<Answer> send(UnitOfWork unit, long id) {
        return repository.lock(unit, id).chain(full -> {
            require(unit, full);
            return stepBack(unit, full.head())
                    .chain(() -> freeze(unit, full))
                    .chain(() -> steps.tell(unit, full, QuotationStatus.SENT));
        });
    }

    private static void require(UnitOfWork unit, FullQuotation full) {
        var head = full.head();
        head.status.require(head.status.mayBecome(QuotationStatus.SENT));
        if (full.items().isEmpty()) {
            throw Problem.invalid(UNPRICED, List.of(new FieldError("items", "missing")));
        }
        refuse(UNPRICED, full, full.unpriced());
        refuse(UNTAXED, full, full.untaxed());
        if (!head.validUntil.isAfter(unit.now())) {
            throw Problem.invalid("valid_until", "quotation.past");
        }
    }

    /** NB: by the place in the answer, as everywhere; numbers of lines have gaps. */
    private static void refuse(ProblemType type, FullQuotation full, List<QuotationItem> wrong) {
        if (!wrong.isEmpty()) {
            var errors = IntStream.range(0, full.items().size())
                    .filter(place -> wrong.contains(full.items().get(place)))
                    .mapToObj(place -> new FieldError("line_items[" + place + "]", type.code()))
                    .toList();
            throw Problem.invalid(type, errors);
        }
    }

    /** NB: an accepted revision is a deal; a newer one cannot take its place any more. */
    private Uni<Void> stepBack(UnitOfWork unit, Quotation head) {
        return unit.run(StatusSql.CURRENT, unit.caller().tenant(), head.quotationNumber, head.id)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : stepBack(unit, rows.iterator().next().getLong("id")));
    }

    private Uni<Void> stepBack(UnitOfWork unit, long former) {
        return repository.lock(unit, former).chain(full -> {
            var status = full.head().status;
            status.require(status != QuotationStatus.ACCEPTED);
            var step = unit.run(StatusSql.STEP_BACK, unit.caller().tenant(), former);
            return status == QuotationStatus.SENT
                    ? step.chain(() -> steps.tell(unit, full, QuotationStatus.SUPERSEDED))
                            .replaceWithVoid()
                    : step.replaceWithVoid();
        });
    }

    private Uni<Void> freeze(UnitOfWork unit, FullQuotation full) {
        var id = full.head().id;
        return HeavyWork.run(full.items().size(), () -> json.text(json.lines(full)))
                .chain(lines -> files.keep(unit, full)
                        .chain(hash -> unit.run(
                                StatusSql.SEND, unit.caller().tenant(), id, Columns.time(unit.now()), lines, hash)))
                .replaceWithVoid();
    }
}
