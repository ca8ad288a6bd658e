package org.quartermaster.catalog.warehouse;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Warehouses in the database. */
@ApplicationScoped
class WarehouseRepository implements PanacheRepositoryBase<Warehouse, Long> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "not_found");

    private static final Rows<Warehouse> ROWS = Rows.of(Warehouse.class, Warehouse::new);
    private static final String USED = """
            select exists (select from catalog.productinventory where tenant_id = $1 and warehouse_id = $2)
                or exists (select from catalog.stockmovement where tenant_id = $1 and warehouse_id = $2)
                or exists (select from catalog.stockreservationline where tenant_id = $1 and warehouse_id = $2)
            """;

    static Warehouse read(Row row) {
        return ROWS.read(row);
    }

    static long id(String text) {
        return Ids.number(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    /** @param strength how the row is locked; stock that is booked holds a share of its key */
    Uni<Warehouse> lock(UnitOfWork unit, String id, String strength) {
        var sql = "select id from catalog.warehouse where tenant_id = $1 and id = $2 for " + strength;
        return unit.run(sql, unit.caller().tenant(), id(id))
                .invoke(NOT_FOUND::require)
                .chain(() -> findById(id(id)));
    }

    Uni<Boolean> isUsed(UnitOfWork unit, Warehouse warehouse) {
        return unit.run(USED, unit.caller().tenant(), warehouse.id)
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
