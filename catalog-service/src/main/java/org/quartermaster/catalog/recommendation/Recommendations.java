package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quartermaster.catalog.request.References;
import org.quartermaster.catalog.row.Precondition;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/** Changes of recommendations. */
@ApplicationScoped
class Recommendations {
    private static final String ENTITY = "recommendation";
    private static final String PATH = "/api/v1/recommendations/";
    private static final ProblemType WRONG_STATE = new ProblemType(409, "recommendation.state");

    private final RecommendationTable table;
    private final WorkItems items;

    @Inject
    Recommendations(RecommendationTable table, WorkItems items) {
        this.table = table;
        this.items = items;
    }

    Uni<Answer> create(UnitOfWork unit, RecommendationRow row, List<Wish> wishes) {
        return check(unit, wishes)
                .chain(() -> items.propose(unit, wishes))
                .chain(needed -> enter(unit, row, needed))
                .map(view -> Answer.created(view, PATH + view.id()));
    }

    /** Adds a recommendation with its items. */
    Uni<RecommendationView> enter(UnitOfWork unit, RecommendationRow row, List<WorkItem> needed) {
        value(row, needed);
        row.clientRequirements = row.clientRequirements == null ? Json.object(null) : row.clientRequirements;
        row.evidence = row.evidence == null ? Json.stored("[]") : row.evidence;
        return table.insert(unit, row, needed)
                .invoke(view -> unit.changed(Change.created(ENTITY, Long.toString(view.id()), view)));
    }

    private static void value(RecommendationRow row, List<WorkItem> needed) {
        row.estimatedValue = WorkItem.value(needed);
        var products = Json.object(null).arrayNode();
        needed.stream().map(WorkItem::productId).filter(Objects::nonNull).forEach(products::add);
        row.relatedProducts = products;
    }

    Uni<Answer> save(UnitOfWork unit, long id, String ifMatch, Saving saving, Fields fields) {
        return table.lock(unit, id).chain(row -> table.show(unit, id).chain(before -> {
            Precondition.require(ifMatch, fields, row.version);
            RecommendationInput.apply(fields, saving, row);
            fields.word("status", WorkStatus.class).to(next -> advance(row, next));
            var wishes = RecommendationInput.items(fields, saving, before.items());
            fields.checkStrictly();
            return keep(unit, row, before, wishes).map(Answer::ok);
        }));
    }

    private static void advance(RecommendationRow row, WorkStatus next) {
        if (next == row.status) {
            return;
        }
        if (!row.status.mayBecome(next)) {
            throw Problem.of(WRONG_STATE, Words.of(row.status));
        }
        row.status = next;
    }

    private Uni<RecommendationView> keep(
            UnitOfWork unit, RecommendationRow row, RecommendationView before, List<Wish> wishes) {
        if (wishes == null) {
            return update(unit, row, before, null);
        }
        return check(unit, wishes).chain(() -> items.propose(unit, wishes)).chain(needed -> {
            value(row, needed);
            return update(unit, row, before, needed.equals(before.items()) ? null : needed);
        });
    }

    private Uni<RecommendationView> update(
            UnitOfWork unit, RecommendationRow row, RecommendationView before, List<WorkItem> needed) {
        return table.update(unit, row, needed).invoke(view -> {
            if (view.version() != before.version()) {
                tell(unit, before, view);
            }
        });
    }

    private static void tell(UnitOfWork unit, RecommendationView before, RecommendationView view) {
        var isMoved = view.status() != before.status();
        var verb = isMoved ? view.status().verb() : "updated";
        var previous = isMoved
                ? Map.<String, Object>of("previous", Map.of("status", before.status()))
                : Map.<String, Object>of();
        unit.changed(new Change(ENTITY, Long.toString(view.id()), verb, view, before, previous));
    }

    /** Takes back what nobody has begun with; else nothing happens. */
    Uni<Void> cancelOpen(UnitOfWork unit, long id) {
        return table.lock(unit, id).chain(row -> {
            if (row.status != WorkStatus.OPEN) {
                return Uni.createFrom().voidItem();
            }
            return table.show(unit, id)
                    .invoke(() -> row.status = WorkStatus.CANCELLED)
                    .chain(before -> update(unit, row, before, null))
                    .replaceWithVoid();
        });
    }

    private static Uni<Void> check(UnitOfWork unit, List<Wish> wishes) {
        var references = new References(unit);
        for (var i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            var field = "items[" + i + "].product_id";
            if (wish.id() == null) {
                references.living(field, "product", wish.productId());
            } else {
                references.row(field, "product", wish.productId());
            }
        }
        return references.require(unit);
    }
}
