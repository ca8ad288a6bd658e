package org.quartermaster.procurement.savedsearch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.search.Asked;
import org.quartermaster.procurement.search.TenderSearch;
import org.quartermaster.procurement.tender.TenderView;

/**
 * Runs saved searches. A run for what is new shows, over all its pages, the changes up to where it began; the mark
 * moves when its last page was given, so that a run that is broken off loses nothing.
 */
@ApplicationScoped
class Results {
    private static final String NEW = """
            exists (select from procurement.tender_changes c where c.tender_id = t.tender_id and c.position > ?
              and c.position <= ? and c.classes <> '{cosmetic}')\
            """;
    private static final String BEGIN = """
            update procurement.saved_searches set last_run_at = $3, run_until = case when $4
                then (select coalesce(max(position), 0) from procurement.tender_changes) else run_until end
            where tenant_id = $1 and search_id = $2
            """;
    private static final String END = """
            update procurement.saved_searches set last_seen_seq = run_until, run_until = null
            where tenant_id = $1 and search_id = $2 and run_until is not null
            """;

    private final TenderSearch search;
    private final Writes writes;
    private final SavedSearchList searches;

    @Inject
    Results(TenderSearch search, Writes writes, SavedSearchList searches) {
        this.search = search;
        this.writes = writes;
        this.searches = searches;
    }

    Uni<Slice<TenderView>> find(Caller caller, String id, Fields query) {
        var isNew = Boolean.TRUE.equals(query.bool("new_only").value());
        var isFirst = !query.has("cursor");
        return begin(caller, id, isNew && isFirst, isFirst).chain(saved -> search.begin()
                .find(caller, query, asked(saved, isNew))
                .call(slice -> isNew && slice.next() == null
                        ? mark(caller, saved)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<SavedSearch> begin(Caller caller, String id, boolean isNewRun, boolean isFirst) {
        var searchId = SavedSearches.id(id);
        return !isFirst
                ? searches.find(caller, id)
                : writes.write(caller, unit -> SavedSearches.find(unit, searchId, "")
                        .chain(found -> unit.run(BEGIN, caller.tenant(), searchId, Columns.time(unit.now()), isNewRun))
                        .chain(() -> SavedSearches.find(unit, searchId, "")));
    }

    private static Asked asked(SavedSearch saved, boolean isNew) {
        var until = saved.runUntil == null ? saved.lastSeenSeq : saved.runUntil;
        return new Asked(
                List.of(saved.criteria()),
                null,
                isNew ? List.of(new Part(NEW, saved.lastSeenSeq, until)) : List.of(),
                false);
    }

    private Uni<Void> mark(Caller caller, SavedSearch saved) {
        return writes.write(caller, (UnitOfWork unit) -> unit.run(END, caller.tenant(), saved.searchId)
                .replaceWithVoid());
    }
}
