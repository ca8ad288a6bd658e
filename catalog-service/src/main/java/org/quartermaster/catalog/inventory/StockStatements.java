package org.quartermaster.catalog.inventory;

import java.util.List;
import java.util.function.Function;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** What writes stock, each for any number of rows. */
final class StockStatements {
    private static final String UPDATE = """
            update catalog.productinventory i set supplier_id = c.supplier_id, quantity_on_hand = c.on_hand,
              quantity_reserved = c.reserved, quantity_incoming = c.incoming, reorder_level = c.level,
              reorder_quantity = c.quantity, warehouse_location = c.location, low_since = c.low_since,
              last_updated = clock_timestamp()
            from unnest($2::bigint[], $3::bigint[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[],
              $8::numeric[], $9::text[], $10::timestamptz[])
              as c (id, supplier_id, on_hand, reserved, incoming, level, quantity, location, low_since)
            where i.tenant_id = $1 and i.id = c.id returning i.id, i.last_updated, i.updated_at, i.version
            """;
    /** NB: the clock and not the beginning of the transaction, which may have waited for the one before it. */
    private static final String MOVE = """
            insert into catalog.stockmovement as m (tenant_id, product_id, warehouse_id, kind, delta_on_hand,
              delta_reserved, on_hand_after, reserved_after, reason, reference, actor, at)
            select $1, c.product_id, c.warehouse_id, c.kind, c.on_hand, c.reserved, c.on_hand_after, c.reserved_after,
              c.reason, c.reference, coalesce(c.actor, $2), clock_timestamp()
            from unnest($3::bigint[], $4::bigint[], $5::text[], $6::numeric[], $7::numeric[], $8::numeric[],
              $9::numeric[], $10::text[], $11::text[], $12::text[]) with ordinality
              as c (product_id, warehouse_id, kind, on_hand, reserved, on_hand_after, reserved_after, reason,
                reference, actor, n)
            order by c.n returning %s
            """.formatted(MovementView.COLUMNS);

    private StockStatements() {}

    static Query update(UnitOfWork unit, List<StockRow> rows) {
        var columns = new Columns<>(rows);
        return Query.of(
                UPDATE,
                unit.caller().tenant(),
                longs(rows, row -> row.id),
                longs(rows, row -> row.supplierId),
                columns.numbers(row -> row.quantityOnHand),
                columns.numbers(row -> row.quantityReserved),
                columns.numbers(row -> row.quantityIncoming),
                columns.numbers(row -> row.reorderLevel),
                columns.numbers(row -> row.reorderQuantity),
                columns.texts(row -> row.warehouseLocation),
                columns.times(row -> row.lowSince));
    }

    static Query move(UnitOfWork unit, List<Movement> movements) {
        var columns = new Columns<>(movements);
        return Query.of(
                MOVE,
                unit.caller().tenant(),
                unit.caller().subject(),
                longs(movements, movement -> movement.row().productId),
                longs(movements, movement -> movement.row().warehouseId),
                columns.texts(movement -> Words.of(movement.cause().kind())),
                columns.numbers(Movement::deltaOnHand),
                columns.numbers(Movement::deltaReserved),
                columns.numbers(Movement::onHandAfter),
                columns.numbers(Movement::reservedAfter),
                columns.texts(movement -> movement.cause().reason()),
                columns.texts(movement -> movement.cause().reference()),
                columns.texts(movement -> movement.cause().actor()));
    }

    private static <T> Long[] longs(List<T> rows, Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }
}
