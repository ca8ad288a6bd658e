package org.quartermaster.catalog.taxrate;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * What share of a line of a tax class is tax; a rate is never changed, only taken away.
 *
 * @param validTo excluded, null = open
 */
@Schema(name = "TaxRate")
record TaxRate(
        long id,
        String taxClass,
        BigDecimal rate,
        LocalDate validFrom,
        LocalDate validTo,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    static final String COLUMNS =
            "t.id, t.tax_class, t.rate, lower(t.valid) as valid_from, upper(t.valid) as valid_to, t.created_at, t.updated_at";

    static TaxRate read(Row row) {
        return new TaxRate(
                row.getLong("id"),
                row.getString("tax_class"),
                row.getBigDecimal("rate"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")));
    }

    @Override
    public long version() {
        return 1;
    }
}
