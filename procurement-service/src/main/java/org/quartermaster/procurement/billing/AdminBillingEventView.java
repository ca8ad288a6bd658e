package org.quartermaster.procurement.billing;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;

/**
 * What the provider told, as the operator sees it.
 *
 * @param error why it could not be applied, such as {@code unknown_price}
 */
record AdminBillingEventView(
        UUID eventId,
        String tenantId,
        String eventType,
        String stripeEventId,
        String customer,
        String subscription,
        String price,
        BigDecimal amount,
        String currency,
        String status,
        String error,
        Instant providerCreatedAt,
        Instant createdAt) {

    static AdminBillingEventView of(Row row) {
        var facts = row.getJsonObject("metadata");
        return new AdminBillingEventView(
                row.getUUID("event_id"),
                row.getString("tenant_id"),
                row.getString("event_type"),
                row.getString("stripe_event_id"),
                facts.getString("customer"),
                facts.getString("subscription"),
                facts.getString("price"),
                BillingEventView.amount(row),
                row.getString("currency"),
                row.getString("status"),
                row.getString("error"),
                Columns.instant(row.getOffsetDateTime("provider_created_at")),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }
}
