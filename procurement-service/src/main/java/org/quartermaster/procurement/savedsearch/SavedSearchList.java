package org.quartermaster.procurement.savedsearch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** One's own saved searches. */
@ApplicationScoped
class SavedSearchList {
    private static final SortKey AGE = SortKey.of("created_at", "s.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("search_id", "s.search_id", "uuid");
    private static final String ONE = "select " + SavedSearch.COLUMNS
            + " from procurement.saved_searches s where s.tenant_id = $1 and s.search_id = $2 and s.user_id::text = $3";

    private final TenantDatabase database;

    @Inject
    SavedSearchList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<SavedSearchView>> find(Caller caller, Fields query) {
        var list = new ListQuery("saved-searches", SavedSearch.COLUMNS, "procurement.saved_searches s")
                .where("s.tenant_id = ?", caller.tenant())
                .where("s.user_id::text = ?", caller.subject());
        query.bool("is_alert").to(alert -> list.where("s.is_alert = ?", alert));
        return list.page(query)
                .descending(AGE, ID)
                .run(database, caller, query, row -> SavedSearchView.of(SavedSearch.read(row)));
    }

    Uni<SavedSearch> find(Caller caller, String id) {
        return database.read(caller, ONE, caller.tenant(), SavedSearches.id(id), caller.subject())
                .map(SavedSearches.NOT_FOUND::require)
                .map(SavedSearch::read);
    }
}
