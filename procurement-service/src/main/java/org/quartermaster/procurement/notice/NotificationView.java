package org.quartermaster.procurement.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** A notification as its user sees it. */
@Schema(name = "Notification")
record NotificationView(
        UUID notificationId,
        NoticeType type,
        String title,
        String message,
        String tenderId,
        UUID alertId,
        List<UUID> alertIds,
        @Schema(type = SchemaType.OBJECT) JsonNode payload,
        boolean isRead,
        Instant readAt,
        Instant sentAt,

        @Schema(type = SchemaType.ARRAY, implementation = DeliveryView.class)
        JsonNode deliveries,

        @JsonIgnore long version)
        implements Versioned {

    /** What {@link #of} needs of a row of procurement.notifications n. */
    static final String COLUMNS = """
            n.notification_id, n.type, n.title, n.message, n.tender_id, n.alert_id, n.alert_ids, n.is_read, n.read_at,
            n.sent_at, n.rv, cast(n.payload as text) as payload,
            (select cast(coalesce(jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state)
                order by d.channel), '[]') as text)
              from procurement.notification_deliveries d
              where d.tenant_id = n.tenant_id and d.notification_id = n.notification_id) as deliveries\
            """;

    /** One way by which it left, or is to leave. */
    @Schema(name = "NotificationDelivery")
    record DeliveryView(String channel, String state) {}

    static NotificationView of(Row row) {
        return new NotificationView(
                row.getUUID("notification_id"),
                Words.find(NoticeType.class, row.getString("type")).orElseThrow(),
                row.getString("title"),
                row.getString("message"),
                row.getString("tender_id"),
                row.getUUID("alert_id"),
                List.of(row.getArrayOfUUIDs("alert_ids")),
                Json.stored(row.getString("payload")),
                row.getBoolean("is_read"),
                Columns.instant(row.getOffsetDateTime("read_at")),
                Columns.instant(row.getOffsetDateTime("sent_at")),
                Json.stored(row.getString("deliveries")),
                row.getLong("rv"));
    }
}
