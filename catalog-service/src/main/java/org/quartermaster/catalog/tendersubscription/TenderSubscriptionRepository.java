package org.quartermaster.catalog.tendersubscription;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Subscriptions in the database. */
@ApplicationScoped
class TenderSubscriptionRepository {
    private static final SortKey CODE = SortKey.of("cpv_prefix", "s.cpv_prefix", "text");
    private static final SortKey ID = SortKey.of("id", "s.id", "bigint");
    private static final String ONE = "select " + TenderSubscription.COLUMNS
            + " from catalog.tendersubscription s where s.tenant_id = $1 and s.id = $2";
    private static final String INSERT = """
            insert into catalog.tendersubscription as s (tenant_id, cpv_prefix, is_active, draft_quotation,
              customer_group_id, min_value, max_value, notes)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning\
            """ + " " + TenderSubscription.COLUMNS;
    private static final String UPDATE = """
            update catalog.tendersubscription s set cpv_prefix = $3, is_active = $4, draft_quotation = $5,
              customer_group_id = $6, min_value = $7, max_value = $8, notes = $9
            where s.tenant_id = $1 and s.id = $2 returning\
            """ + " " + TenderSubscription.COLUMNS;
    private static final String DELETE = "delete from catalog.tendersubscription where tenant_id = $1 and id = $2";
    private static final String GROUP = "select 1 from catalog.customergroup where tenant_id = $1 and id = $2";

    private final TenantDatabase database;

    @Inject
    TenderSubscriptionRepository(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<TenderSubscriptionView>> find(Caller caller, Fields query) {
        var list = new ListQuery("tender-subscriptions", TenderSubscription.COLUMNS, "catalog.tendersubscription s")
                .where("s.tenant_id = ?", caller.tenant());
        query.bool("is_active").to(active -> list.where("s.is_active = ?", active));
        return list.page(query)
                .sort(query, List.of(CODE, ID), "cpv_prefix", ID)
                .run(database, caller, query, row -> TenderSubscriptionView.of(TenderSubscription.read(row)));
    }

    Uni<TenderSubscriptionView> get(Caller caller, long id) {
        return database.read(caller, ONE, caller.tenant(), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(row -> TenderSubscriptionView.of(TenderSubscription.read(row)));
    }

    /** Locks a subscription; 404 for none. */
    Uni<TenderSubscriptionView> lock(UnitOfWork unit, long id) {
        return unit.run(ONE + " for update", unit.caller().tenant(), id).map(TenderSubscriptionRepository::view);
    }

    private static TenderSubscriptionView view(RowSet<Row> rows) {
        return TenderSubscriptionView.of(TenderSubscription.read(ProblemType.NOT_FOUND.require(rows)));
    }

    Uni<TenderSubscriptionView> insert(UnitOfWork unit, TenderSubscription said) {
        return requireGroup(unit, said)
                .chain(() -> unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        said.cpvPrefix,
                        said.isActive,
                        said.draftQuotation,
                        said.customerGroupId,
                        said.minValue,
                        said.maxValue,
                        said.notes))
                .map(TenderSubscriptionRepository::view);
    }

    Uni<TenderSubscriptionView> update(UnitOfWork unit, long id, TenderSubscription said) {
        return requireGroup(unit, said)
                .chain(() -> unit.run(
                        UPDATE,
                        unit.caller().tenant(),
                        id,
                        said.cpvPrefix,
                        said.isActive,
                        said.draftQuotation,
                        said.customerGroupId,
                        said.minValue,
                        said.maxValue,
                        said.notes))
                .map(TenderSubscriptionRepository::view);
    }

    Uni<Void> delete(UnitOfWork unit, long id) {
        return unit.run(DELETE, unit.caller().tenant(), id).replaceWithVoid();
    }

    private static Uni<Void> requireGroup(UnitOfWork unit, TenderSubscription said) {
        return said.customerGroupId == null
                ? Uni.createFrom().voidItem()
                : unit.run(GROUP, unit.caller().tenant(), said.customerGroupId)
                        .invoke(found -> {
                            if (found.size() == 0) {
                                throw Problem.invalid("customer_group_id", "reference.unknown");
                            }
                        })
                        .replaceWithVoid();
    }
}
