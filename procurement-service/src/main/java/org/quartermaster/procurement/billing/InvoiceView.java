package org.quartermaster.procurement.billing;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;

/** A bill: what was paid, or could not be. */
record InvoiceView(UUID eventId, String status, BigDecimal amount, String currency, Instant date) {
    static InvoiceView of(Row row) {
        return new InvoiceView(
                row.getUUID("event_id"),
                row.getString("event_type").equals(ProviderEvent.PAID) ? "paid" : "failed",
                BillingEventView.amount(row),
                row.getString("currency"),
                Columns.instant(row.getOffsetDateTime("provider_created_at")));
    }
}
