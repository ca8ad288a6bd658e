package org.quartermaster.catalog.warehouse;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Warehouses as they are read. */
@ApplicationScoped
class WarehouseList {
    private static final SortKey ID = SortKey.of("id", "w.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            SortKey.of("priority", "w.priority", "int"),
            SortKey.of("code", "w.code", "text"),
            SortKey.of("name", "w.name", "text"),
            ID);
    private static final String ONE = "select w.* from catalog.warehouse w where w.tenant_id = $1 and w.id = $2";

    private final TenantDatabase database;

    @Inject
    WarehouseList(TenantDatabase database) {
        this.database = database;
    }

    /** In the order in which reservations are filled, unless sorted otherwise. */
    Uni<Slice<WarehouseView>> find(Caller caller, Fields query) {
        var list = new ListQuery("warehouses", "w.*", "catalog.warehouse w").where("w.tenant_id = ?", caller.tenant());
        query.text("q", 0, 200)
                .to(text -> list.where("position(lower(?) in lower(w.code || ' ' || w.name)) > 0", text));
        query.bool("is_active").to(active -> list.where("w.is_active = ?", active));
        return list.page(query)
                .sort(query, SORTS, "priority", ID)
                .run(database, caller, query, row -> WarehouseView.of(WarehouseRepository.read(row)));
    }

    Uni<WarehouseView> get(Caller caller, String id) {
        return database.read(caller, ONE, caller.tenant(), WarehouseRepository.id(id))
                .map(WarehouseRepository.NOT_FOUND::require)
                .map(row -> WarehouseView.of(WarehouseRepository.read(row)));
    }
}
