package org.quartermaster.catalog.tendersubscription;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.platform.db.Rows;

/** Which public tenders a tenant wants; fields are named as the columns are. */
final class TenderSubscription {
    static final String COLUMNS = """
            s.id, s.cpv_prefix, s.is_active, s.draft_quotation, s.customer_group_id, s.min_value, s.max_value, s.notes,
            s.version, s.created_at, s.updated_at\
            """;

    private static final Rows<TenderSubscription> ROWS = Rows.of(TenderSubscription.class, TenderSubscription::new);

    Long id;
    String cpvPrefix;
    boolean isActive = true;
    boolean draftQuotation = true;
    Long customerGroupId;
    BigDecimal minValue;
    BigDecimal maxValue;
    String notes;
    int version;
    Instant createdAt;
    Instant updatedAt;

    static TenderSubscription read(Row row) {
        return ROWS.read(row);
    }
}
