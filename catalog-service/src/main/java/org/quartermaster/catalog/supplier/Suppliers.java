package org.quartermaster.catalog.supplier;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.catalog.row.RowChanges;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The suppliers of a tenant. */
@ApplicationScoped
class Suppliers {
    private static final String TABLE = "catalog.supplier";
    private static final ProblemType NOT_FOUND = new ProblemType(404, "supplier_not_found");
    private static final SortKey ID = SortKey.of("id", "s.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            ID,
            SortKey.of("code", "s.code", "text"),
            SortKey.of("name", "s.name", "text"),
            SortKey.of("created_at", "s.created_at", "timestamptz"),
            SortKey.of("updated_at", "s.updated_at", "timestamptz"));

    private final TenantDatabase database;
    private final RowTable<Supplier> table;
    private final RowChanges<Supplier> changes;

    @Inject
    Suppliers(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.table = new RowTable<>(json, TABLE, Supplier.class);
        this.changes = new RowChanges<>(table, "supplier", "/api/v1/suppliers/", NOT_FOUND, SupplierView::of);
    }

    Uni<Slice<SupplierView>> find(Caller caller, Fields query) {
        var list =
                new ListQuery("suppliers", table.select("s"), TABLE + " s").where("s.tenant_id = ?", caller.tenant());
        query.text("q", 0, 200)
                .to(text ->
                        list.where("strpos(catalog.name_key(s.code || ' ' || s.name), catalog.name_key(?)) > 0", text));
        query.bool("is_active").to(active -> list.where("s.is_active = ?", active));
        return list.page(query)
                .sort(query, SORTS, "name", ID)
                .run(database, caller, query, row -> SupplierView.of(table.read(row)));
    }

    Uni<Answer> get(Caller caller, String id) {
        var query = table.where("t.tenant_id = $1 and t.id = $2", caller.tenant(), changes.id(id));
        return database.readAll(caller, List.of(query))
                .map(rows -> Answer.ok(SupplierView.of(table.read(NOT_FOUND.require(rows.get(0))))));
    }

    Uni<Answer> create(UnitOfWork unit, Supplier supplier) {
        return changes.create(unit, supplier);
    }

    Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Fields fields, Saving saving) {
        return changes.update(unit, id, ifMatch, supplier -> {
            SupplierFields.apply(fields, saving, supplier);
            return Uni.createFrom().voidItem();
        });
    }

    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return changes.delete(unit, id, ifMatch);
    }
}
