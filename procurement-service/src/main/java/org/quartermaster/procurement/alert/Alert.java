package org.quartermaster.procurement.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.procurement.criteria.Criteria;

/** What a user wants to be told of; named as the columns are. */
public final class Alert {
    /** What {@link #read} needs of a row of procurement.alerts a. */
    public static final String COLUMNS = """
            a.tenant_id, a.alert_id, a.user_id, a.name, cast(a.filters as text) as filters, a.criteria_version, a.frequency,
            a.channels, a.webhook_id, a.notify_on, a.saved_search_id, a.is_active, a.over_limit, a.last_triggered,
            a.created_at, a.updated_at, a.rv\
            """;

    private static final Rows<Alert> ROWS = Rows.of(Alert.class, Alert::new);

    public String tenantId;
    public UUID alertId;
    public UUID userId;
    public String name;

    /** Criteria, as JSON. */
    public String filters;

    public int criteriaVersion = 1;
    public Frequency frequency = Frequency.DAILY;
    public String[] channels = {"in_app"};
    public UUID webhookId;
    public String[] notifyOn = {
        "published", "deadline_moved", "value_changed", "cpv_changed", "status_changed", "cancelled", "awarded"
    };
    public UUID savedSearchId;
    public boolean isActive = true;
    public boolean overLimit;
    public Instant lastTriggered;
    public long matchesCount;
    public Instant createdAt;
    public Instant updatedAt;
    public long rv = 1;

    /** The alert of a row. */
    public static Alert read(Row row) {
        return ROWS.read(row);
    }

    /** A new one, with what is usual beside its criteria. */
    public static Alert of(String name, Criteria criteria) {
        var alert = new Alert();
        alert.name = name;
        alert.filters = AlertFields.stored(criteria);
        return alert;
    }

    /** What it looks for. */
    public Criteria criteria() {
        return Criteria.stored((ObjectNode) Json.stored(filters));
    }
}
