package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.activity.ActivityAction;
import org.quartermaster.catalog.activity.ActivityLog;
import org.quartermaster.catalog.product.ImportedOutcome;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** Tells of what an import changed: material changes by events up to a bound, and all of them in the log. */
@ApplicationScoped
class Telling {
    private final ActivityLog log;
    private final ImportConfig config;

    @Inject
    Telling(ActivityLog log, ImportConfig config) {
        this.log = log;
        this.config = config;
    }

    /** @param place counts how many were material, and how many of them are sent */
    Uni<Void> tell(UnitOfWork unit, String job, List<ImportedOutcome> outcomes, ImportCounts place) {
        var changed = outcomes.stream()
                .filter(outcome -> !outcome.isRejected() && !outcome.isUnchanged())
                .toList();
        return InTurn.each(changed, outcome -> one(unit, job, outcome, place));
    }

    private Uni<Void> one(UnitOfWork unit, String job, ImportedOutcome outcome, ImportCounts place) {
        var id = Long.toString(outcome.after().id());
        place.add("material", outcome.isMaterial() ? 1 : 0);
        if (!outcome.isMaterial() || place.of("sent") >= config.importEventsMax()) {
            var action = outcome.isCreated() ? ActivityAction.CREATED : ActivityAction.UPDATED;
            return log.changed(unit, action, Products.ENTITY, id, outcome.before(), outcome.after());
        }
        place.add("sent", 1);
        var verb = outcome.isCreated() ? "created" : "updated";
        var extra = Map.<String, Object>of("import_id", job);
        unit.changed(new Change(Products.ENTITY, id, verb, outcome.after(), outcome.before(), extra));
        return Uni.createFrom().voidItem();
    }
}
