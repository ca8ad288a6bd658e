package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Movements as they are read. */
@ApplicationScoped
class MovementList {
    private static final SortKey AT = SortKey.of("at", "m.at", "timestamptz");
    private static final SortKey ID = SortKey.of("id", "m.id", "bigint");
    private static final String FROM = "catalog.stockmovement m";
    private static final String ONE =
            "select " + MovementView.COLUMNS + " from " + FROM + " where m.tenant_id = $1 and m.id = $2";

    private final TenantDatabase database;

    @Inject
    MovementList(TenantDatabase database) {
        this.database = database;
    }

    /** The latest first. */
    Uni<Slice<MovementView>> find(Caller caller, Fields query) {
        var list =
                new ListQuery("stock-movements", MovementView.COLUMNS, FROM).where("m.tenant_id = ?", caller.tenant());
        StockFilters.byPlace(list, query, "m");
        list.words("m.kind", query.words("kind", MovementKind.class));
        query.text("reference", 1, 300).to(reference -> list.where("m.reference = ?", reference));
        return list.between(query, "m.at")
                .page(query)
                .chronological(AT, ID, true)
                .run(database, caller, query, MovementView::of);
    }

    Uni<MovementView> get(Caller caller, long id) {
        return database.read(caller, ONE, caller.tenant(), id)
                .map(InventoryList.NOT_FOUND::require)
                .map(MovementView::of);
    }
}
