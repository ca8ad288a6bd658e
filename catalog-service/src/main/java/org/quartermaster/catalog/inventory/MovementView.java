package org.quartermaster.catalog.inventory;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Versioned;

/** One change of stock, with what it left behind; it never changes itself. */
@Schema(name = "StockMovement")
public record MovementView(
        long id,
        long productId,
        long warehouseId,
        MovementKind kind,
        BigDecimal deltaOnHand,
        BigDecimal deltaReserved,
        BigDecimal onHandAfter,
        BigDecimal reservedAfter,
        String reason,
        String reference,
        String actor,
        Instant at)
        implements Versioned {
    static final String COLUMNS = """
            m.id, m.product_id, m.warehouse_id, m.kind, m.delta_on_hand, m.delta_reserved, m.on_hand_after,
            m.reserved_after, m.reason, m.reference, m.actor, m.at\
            """;

    static MovementView of(Row row) {
        return new MovementView(
                row.getLong("id"),
                row.getLong("product_id"),
                row.getLong("warehouse_id"),
                Words.find(MovementKind.class, row.getString("kind")).orElseThrow(),
                row.getBigDecimal("delta_on_hand"),
                row.getBigDecimal("delta_reserved"),
                row.getBigDecimal("on_hand_after"),
                row.getBigDecimal("reserved_after"),
                row.getString("reason"),
                row.getString("reference"),
                row.getString("actor"),
                Columns.instant(row.getOffsetDateTime("at")));
    }

    @Override
    public long version() {
        return 1;
    }
}
