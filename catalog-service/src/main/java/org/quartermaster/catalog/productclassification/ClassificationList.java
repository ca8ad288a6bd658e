package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** What an article is, and what it was thought to be. */
@ApplicationScoped
class ClassificationList {
    private static final SortKey TIME = SortKey.of("classified_at", "c.classified_at", "timestamptz");
    private static final SortKey ID = SortKey.of("id", "c.id", "bigint");
    private static final String PRODUCT = "select 1 from catalog.product where tenant_id = $1 and id = $2";

    private final TenantDatabase database;

    @Inject
    ClassificationList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<ClassificationView>> find(Caller caller, long product, Fields query) {
        var list = new ListQuery("classifications", ClassificationView.COLUMNS, "catalog.productclassification c")
                .where("c.tenant_id = ?", caller.tenant())
                .where("c.product_id = ?", product)
                .within(Query.of(PRODUCT, caller.tenant(), product), ProblemType.NOT_FOUND);
        if (!query.bool("all").or(false)) {
            list.where("c.status in ('proposed', 'confirmed')");
        }
        return list.page(query).chronological(TIME, ID, true).run(database, caller, query, ClassificationView::of);
    }
}
