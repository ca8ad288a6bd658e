package org.quartermaster.procurement.savedsearch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.tender.TenderSql;
import org.quartermaster.procurement.tender.TenderView;
import org.quartermaster.procurement.verdict.Predicate;

/**
 * Runs saved searches. A run for what is new shows, over all its pages, the changes up to where it began; the mark
 * moves when its last page was given, so that a run that is broken off loses nothing.
 */
@ApplicationScoped
class Results {
    private static final List<SortKey> SORTS = List.of(
            SortKey.nullable("publication_date", "t.publication_date", "timestamptz"),
            SortKey.nullable("closing_date", "t.closing_date", "timestamptz"),
            SortKey.of("updated_at", "t.updated_at", "timestamptz"),
            SortKey.of("title", "t.title", "text"));
    private static final SortKey ID = SortKey.of("tender_id", "t.tender_id", "text");
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

    private final TenantDatabase database;
    private final Writes writes;
    private final SavedSearchList searches;

    @Inject
    Results(TenantDatabase database, Writes writes, SavedSearchList searches) {
        this.database = database;
        this.writes = writes;
        this.searches = searches;
    }

    Uni<Slice<TenderView>> find(Caller caller, String id, Fields query) {
        var isNew = Boolean.TRUE.equals(query.bool("new_only").value());
        var isFirst = !query.has("cursor");
        var sort = query.text("sort", 0, 500).or("-publication_date");
        return begin(caller, id, isNew && isFirst, isFirst).chain(search -> {
            var list = list(search, isNew);
            return list.pageByCursor(query)
                    .sort(query, SORTS, sort, ID)
                    .run(database, caller, query, row -> TenderView.of(TenderSql.read(row)))
                    .call(slice -> isNew && slice.next() == null
                            ? mark(caller, search)
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<SavedSearch> begin(Caller caller, String id, boolean isNewRun, boolean isFirst) {
        var searchId = SavedSearches.id(id);
        return !isFirst
                ? searches.find(caller, id)
                : writes.write(caller, unit -> SavedSearches.find(unit, searchId, "")
                        .chain(found -> unit.run(BEGIN, caller.tenant(), searchId, Columns.time(unit.now()), isNewRun))
                        .chain(() -> SavedSearches.find(unit, searchId, "")));
    }

    private static ListQuery list(SavedSearch search, boolean isNew) {
        var list = new ListQuery("results-" + search.searchId, TenderSql.COLUMNS, TenderSql.FROM)
                .where("t.deleted_at is null");
        Predicate.of(search.criteria())
                .conditions(Instant.now())
                .forEach(part -> list.where(part.condition(), part.values()));
        if (isNew) {
            list.where(NEW, search.lastSeenSeq, search.runUntil == null ? search.lastSeenSeq : search.runUntil);
        }
        return list;
    }

    private Uni<Void> mark(Caller caller, SavedSearch search) {
        return writes.write(caller, (UnitOfWork unit) ->
                unit.run(END, caller.tenant(), search.searchId).replaceWithVoid());
    }
}
