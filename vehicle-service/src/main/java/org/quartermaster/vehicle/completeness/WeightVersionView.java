package org.quartermaster.vehicle.completeness;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.db.Columns;

/** A version of the weights of an entity, and who made it. */
record WeightVersionView(
        String entityType,
        long version,
        BigDecimal minScore,
        List<Weight> weights,
        String changedBy,
        Instant changedAt,
        String note) {
    static WeightVersionView of(Row row, List<Weight> weights) {
        return new WeightVersionView(
                row.getString("entity_type"),
                row.getLong("version"),
                row.getBigDecimal("min_score"),
                weights,
                row.getString("changed_by"),
                Columns.instant(row.getOffsetDateTime("changed_at")),
                row.getString("note"));
    }
}
