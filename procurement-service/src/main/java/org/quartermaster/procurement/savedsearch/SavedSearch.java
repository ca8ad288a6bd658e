package org.quartermaster.procurement.savedsearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.procurement.criteria.Criteria;

/** Criteria that a user keeps; named as the columns are. */
final class SavedSearch {
    static final String COLUMNS = """
            s.tenant_id, s.search_id, s.user_id, s.name, cast(s.search_criteria as text) as search_criteria, s.is_alert,
            s.last_run_at, s.last_seen_seq, s.run_until, s.created_at, s.updated_at, s.rv,
            (select a.alert_id from procurement.alerts a where a.tenant_id = s.tenant_id
              and a.saved_search_id = s.search_id limit 1) as alert_id\
            """;

    private static final Rows<SavedSearch> ROWS = Rows.of(SavedSearch.class, SavedSearch::new);

    String tenantId;
    UUID searchId;
    UUID userId;
    String name;
    String searchCriteria;
    boolean isAlert;

    /** The alert that it made, or null. */
    UUID alertId;

    Instant lastRunAt;
    long lastSeenSeq;

    /** Up to which position the run at hand shows changes; null between runs. */
    Long runUntil;

    Instant createdAt;
    Instant updatedAt;
    long rv = 1;

    static SavedSearch read(Row row) {
        return ROWS.read(row);
    }

    Criteria criteria() {
        return Criteria.stored((ObjectNode) Json.stored(searchCriteria));
    }
}
