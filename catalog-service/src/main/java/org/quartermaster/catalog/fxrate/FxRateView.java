package org.quartermaster.catalog.fxrate;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * A rate of exchange of a day; never changed, only taken away.
 *
 * @param rate how much of {@code quote} one {@code base} is worth
 */
@Schema(name = "FxRate")
record FxRateView(
        long id,
        String base,
        String quote,
        BigDecimal rate,
        LocalDate validOn,
        String source,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static FxRateView read(Row row) {
        return new FxRateView(
                row.getLong("id"),
                row.getString("base"),
                row.getString("quote"),
                row.getBigDecimal("rate"),
                row.getLocalDate("valid_on"),
                row.getString("source"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")));
    }

    @Override
    public long version() {
        return 1;
    }
}
