package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.classification.Feedback;
import org.quartermaster.catalog.product.ProductWords;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;

/** Confirms and rejects classifications; each decision teaches the suggestions of the tenant. */
@ApplicationScoped
class Decisions {
    private final Feedback feedback;

    @Inject
    Decisions(Feedback feedback) {
        this.feedback = feedback;
    }

    /** One decision; the classification as it is then. */
    Uni<Answer> decide(UnitOfWork unit, Decision decision) {
        return decide(unit, List.of(decision))
                .map(outcomes -> outcomes.get(0))
                .invoke(outcome -> {
                    if (outcome.problem() != null) {
                        throw Problem.of(outcome.problem());
                    }
                })
                .chain(outcome -> ClassificationTable.standing(unit, List.of(), List.of(outcome.id())))
                .map(rows -> Answer.ok(rows.get(0)));
    }

    /** Decisions in their order; one that is refused leaves the others their effect. */
    Uni<List<DecisionOutcome>> decide(UnitOfWork unit, List<Decision> decisions) {
        var ids = decisions.stream().map(Decision::id).toList();
        return ClassificationTable.products(unit, ids)
                .chain(products -> Articles.lock(unit, products)
                        .chain(articles -> ClassificationTable.standing(unit, products, ids)
                                .map(rows -> new DecisionRound(articles, rows))))
                .invoke(round -> decisions.forEach(round::decide))
                .call(round -> keep(unit, round))
                .map(DecisionRound::outcomes);
    }

    private Uni<Void> keep(UnitOfWork unit, DecisionRound round) {
        if (round.moved().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ClassificationTable.move(unit, round.moved())
                .invoke(rows ->
                        rows.forEach(row -> note(unit, row, round.before().get(row.id()))))
                .chain(() -> ProductWords.refresh(unit, round.movedProducts()))
                .chain(() -> feedback.add(unit, round.said()));
    }

    static void note(UnitOfWork unit, ClassificationView row, ClassificationView before) {
        var previous = before == null
                ? Map.<String, Object>of()
                : Map.<String, Object>of("previous", Map.of("status", before.status()));
        unit.changed(new Change("product", String.valueOf(row.productId()), "classified", row, before, previous));
    }
}
