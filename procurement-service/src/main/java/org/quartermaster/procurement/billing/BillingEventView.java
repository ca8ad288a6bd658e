package org.quartermaster.procurement.billing;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;

/** What the provider told about an organization. */
record BillingEventView(
        UUID eventId,
        String eventType,
        UUID subscriptionId,
        BigDecimal amount,
        String currency,
        String status,
        Instant providerCreatedAt,
        Instant createdAt) {

    static BillingEventView of(Row row) {
        return new BillingEventView(
                row.getUUID("event_id"),
                row.getString("event_type"),
                row.getUUID("subscription_id"),
                amount(row),
                row.getString("currency"),
                row.getString("status"),
                Columns.instant(row.getOffsetDateTime("provider_created_at")),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }

    /** NB: the column has four decimals, an amount as many as its currency. */
    static BigDecimal amount(Row row) {
        var amount = row.getBigDecimal("amount");
        if (amount == null) {
            return null;
        }
        var digits = Facts.major(BigDecimal.ZERO, row.getString("currency")).scale();
        return amount.setScale(digits);
    }
}
