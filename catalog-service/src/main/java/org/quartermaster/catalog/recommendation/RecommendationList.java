package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Recommendations as they are listed. */
@ApplicationScoped
class RecommendationList {
    private static final SortKey ID = SortKey.of("id", "r.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("created_at", "r.created_at", "timestamptz"),
            SortKey.of("updated_at", "r.updated_at", "timestamptz"),
            SortKey.nullable("due_date", "r.due_date", "timestamptz"),
            SortKey.nullable("confidence_score", "r.confidence_score", "numeric"),
            SortKey.nullable("estimated_value", "r.estimated_value", "numeric"));

    private final TenantDatabase database;
    private final RecommendationTable table;

    @Inject
    RecommendationList(TenantDatabase database, RecommendationTable table) {
        this.database = database;
        this.table = table;
    }

    /** The newest first unless sorted otherwise. NB: the first parameter is the tenant, as the items want it. */
    Uni<Slice<RecommendationView>> find(Caller caller, Fields query) {
        var list = new ListQuery("recommendations", RecommendationTable.SELECT, RecommendationTable.FROM)
                .where("r.tenant_id = ?", caller.tenant())
                .words("r.status", query.words("status", WorkStatus.class))
                .words("r.priority", query.words("priority", WorkPriority.class))
                .words("r.recommendation_source", query.words("source", WorkSource.class));
        query.text("category", 1, 300).to(category -> list.where("r.category = ?", category));
        query.text("assigned_to", 1, 300).to(user -> list.where("r.assigned_to = ?", user));
        query.time("due_before").to(due -> list.where("r.due_date < ?", Columns.time(due)));
        return list.page(query).sort(query, SORTS, "-id", ID).run(database, caller, query, table::read);
    }

    Uni<RecommendationView> get(Caller caller, long id) {
        return database.read(caller, RecommendationTable.one(), caller.tenant(), id)
                .map(RecommendationTable.NOT_FOUND::require)
                .map(table::read);
    }
}
