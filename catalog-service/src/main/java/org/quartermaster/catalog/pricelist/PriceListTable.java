package org.quartermaster.catalog.pricelist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Price lists in the database. */
@ApplicationScoped
class PriceListTable {
    private static final SortKey ID = SortKey.of("id", "l.id", "bigint");
    private static final SortKey CODE = SortKey.of("code", "l.code", "text");
    private static final SortKey NAME = SortKey.of("name", "l.name", "text");
    private static final SortKey PRIORITY = SortKey.of("priority", "l.priority", "int");
    private static final String ONE = "select l.* from catalog.pricelist l where l.tenant_id = $1 and l.id = $2";
    private static final String INSERT = """
            insert into catalog.pricelist (tenant_id, code, name, currency, priority, is_default, is_active,
              customer_group_id, customer_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            returning *
            """;
    private static final String UPDATE = """
            update catalog.pricelist set code = $3, name = $4, currency = $5, priority = $6, is_default = $7,
              is_active = $8, customer_group_id = $9, customer_id = $10
            where tenant_id = $1 and id = $2
            returning *
            """;
    private static final String DELETE = "delete from catalog.pricelist where tenant_id = $1 and id = $2";
    private static final String USED =
            "select exists (select from catalog.productpricing where tenant_id = $1 and price_list_id = $2)";

    private final TenantDatabase database;

    @Inject
    PriceListTable(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<PriceListView>> find(Caller caller, Fields query) {
        var list = new ListQuery("price-lists", "l.*", "catalog.pricelist l").where("l.tenant_id = ?", caller.tenant());
        query.text("q", 1, 200)
                .to(q -> list.where("(position(lower(cast(? as text)) in lower(l.code || ' ' || l.name)) > 0)", q));
        query.bool("is_active").to(active -> list.where("l.is_active = ?", active));
        return list.page(query)
                .sort(query, List.of(ID, CODE, NAME, PRIORITY), "code", ID)
                .run(database, caller, query, row -> PriceListView.of(PriceList.read(row)));
    }

    Uni<PriceListView> get(Caller caller, long id) {
        return database.read(caller, ONE, caller.tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(PriceList::read)
                .map(PriceListView::of);
    }

    /** Locks a list, so that nothing new points to it meanwhile. */
    Uni<PriceList> lock(UnitOfWork unit, long id) {
        return unit.run(ONE + " for update", unit.caller().tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(PriceList::read);
    }

    Uni<PriceListView> insert(UnitOfWork unit, PriceList list) {
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        list.code,
                        list.name,
                        list.currency,
                        list.priority,
                        list.isDefault,
                        list.isActive,
                        list.customerGroupId,
                        list.customerId)
                .map(rows -> PriceListView.of(PriceList.read(rows.iterator().next())));
    }

    Uni<PriceListView> update(UnitOfWork unit, PriceList list) {
        return unit.run(
                        UPDATE,
                        unit.caller().tenant(),
                        list.id,
                        list.code,
                        list.name,
                        list.currency,
                        list.priority,
                        list.isDefault,
                        list.isActive,
                        list.customerGroupId,
                        list.customerId)
                .map(rows -> PriceListView.of(PriceList.read(rows.iterator().next())));
    }

    Uni<Boolean> isUsed(UnitOfWork unit, long id) {
        return unit.run(USED, unit.caller().tenant(), id)
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<Void> delete(UnitOfWork unit, long id) {
        return unit.run(DELETE, unit.caller().tenant(), id).replaceWithVoid();
    }
}
