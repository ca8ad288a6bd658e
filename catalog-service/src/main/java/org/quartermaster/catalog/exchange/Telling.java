package org.quartermaster.catalog.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;

/** Tells of what an import changed: all of it in the log, material changes by events of the slow lane up to a bound. */
@ApplicationScoped
class Telling {
    private final ImportConfig config;

    @Inject
    Telling(ImportConfig config) {
        this.config = config;
    }

    /** @param place counts how many were material, and how many of them are sent */
    void tell(UnitOfWork unit, String importId, List<RowOutcome> outcomes, ImportCounts place) {
        for (var outcome : outcomes) {
            var isSent = outcome.isMaterial() && place.of("sent") < config.importEventsMax();
            place.add("material", outcome.isMaterial() ? 1 : 0);
            place.add("sent", isSent ? 1 : 0);
            outcome.changes().forEach(change -> unit.changed(told(change, importId, isSent)));
        }
    }

    private static Change told(Change change, String importId, boolean isSent) {
        var marked = new Change(
                change.entity(),
                change.entityId(),
                change.verb(),
                change.view(),
                change.before(),
                Map.of("import_id", importId),
                change.by(),
                change.audited());
        var isLogged = change.telling() == Change.Telling.NONE;
        return marked.told(isSent && !isLogged ? Change.Telling.SLOW : Change.Telling.NONE);
    }
}
