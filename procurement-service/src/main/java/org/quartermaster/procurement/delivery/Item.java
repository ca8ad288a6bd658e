package org.quartermaster.procurement.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;

/**
 * A notice as a mail tells it.
 *
 * @param reasons the alerts that it met, each with the criteria that say why
 * @param isNew whether the tender was published, and not changed
 */
record Item(
        UUID notificationId,
        String tenderId,
        String title,
        String message,
        String reasons,
        boolean isNew,
        Instant closing) {

    static final String COLUMNS = """
            n.notification_id, n.tender_id, n.title, n.message, cast(n.payload as text) as payload, n.sent_at,
            n.alert_ids, (select t.closing_date from procurement.tenders t where t.tender_id = n.tender_id) as closing_date\
            """;

    static Item of(Row row) {
        var payload = Json.stored(row.getString("payload"));
        return new Item(
                row.getUUID("notification_id"),
                row.getString("tender_id"),
                row.getString("title"),
                row.getString("message"),
                stream(payload.path("alerts")).map(Item::reason).collect(Collectors.joining("; ")),
                texts(payload.path("change_classes")).contains("published"),
                Columns.instant(row.getOffsetDateTime("closing_date")));
    }

    private static String reason(JsonNode alert) {
        return alert.path("name").textValue() + " (" + String.join(", ", texts(alert.path("criteria"))) + ")";
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
