package org.quartermaster.catalog.customergroup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Customer groups in the database. */
@ApplicationScoped
class CustomerGroupTable {
    private static final SortKey ID = SortKey.of("id", "g.id", "bigint");
    private static final SortKey CODE = SortKey.of("code", "g.code", "text");
    private static final SortKey NAME = SortKey.of("name", "g.name", "text");
    private static final String ONE = "select g.* from catalog.customergroup g where g.tenant_id = $1 and g.id = $2";
    private static final String INSERT = """
            insert into catalog.customergroup (tenant_id, code, name, price_type, discount_percent)
            values ($1, $2, $3, $4, $5)
            returning *
            """;
    private static final String UPDATE = """
            update catalog.customergroup set code = $3, name = $4, price_type = $5, discount_percent = $6
            where tenant_id = $1 and id = $2
            returning *
            """;
    private static final String DELETE = "delete from catalog.customergroup where tenant_id = $1 and id = $2";
    private static final String USED = """
            select exists (select from catalog.customer where tenant_id = $1 and customer_group_id = $2)
              or exists (select from catalog.pricelist where tenant_id = $1 and customer_group_id = $2)
              or exists (select from catalog.productpricing where tenant_id = $1 and customer_group_id = $2)
            """;

    private final TenantDatabase database;

    @Inject
    CustomerGroupTable(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<CustomerGroupView>> find(Caller caller, Fields query) {
        var list = new ListQuery("customer-groups", "g.*", "catalog.customergroup g")
                .where("g.tenant_id = ?", caller.tenant());
        query.text("q", 1, 200)
                .to(q -> list.where("(position(lower(cast(? as text)) in lower(g.code || ' ' || g.name)) > 0)", q));
        return list.page(query)
                .sort(query, List.of(ID, CODE, NAME), "code", ID)
                .run(database, caller, query, row -> CustomerGroupView.of(CustomerGroup.read(row)));
    }

    Uni<CustomerGroupView> get(Caller caller, long id) {
        return database.read(caller, ONE, caller.tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(CustomerGroup::read)
                .map(CustomerGroupView::of);
    }

    /** Locks a group, so that nothing new points to it meanwhile. */
    Uni<CustomerGroup> lock(UnitOfWork unit, long id) {
        return unit.run(ONE + " for update", unit.caller().tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(CustomerGroup::read);
    }

    Uni<CustomerGroupView> insert(UnitOfWork unit, CustomerGroup group) {
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        group.code,
                        group.name,
                        Words.of(group.priceType),
                        group.discountPercent)
                .map(rows ->
                        CustomerGroupView.of(CustomerGroup.read(rows.iterator().next())));
    }

    Uni<CustomerGroupView> update(UnitOfWork unit, CustomerGroup group) {
        return unit.run(
                        UPDATE,
                        unit.caller().tenant(),
                        group.id,
                        group.code,
                        group.name,
                        Words.of(group.priceType),
                        group.discountPercent)
                .map(rows ->
                        CustomerGroupView.of(CustomerGroup.read(rows.iterator().next())));
    }

    Uni<Boolean> isUsed(UnitOfWork unit, long id) {
        return unit.run(USED, unit.caller().tenant(), id)
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<Void> delete(UnitOfWork unit, long id) {
        return unit.run(DELETE, unit.caller().tenant(), id).replaceWithVoid();
    }
}
