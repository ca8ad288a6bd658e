package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** What was done to an article, by the log, the latest first. */
@ApplicationScoped
class ProductHistory {
    private static final SortKey TIME = SortKey.of("timestamp", "l.\"timestamp\"", "timestamptz");
    private static final SortKey ID = SortKey.of("id", "l.id", "bigint");

    private final TenantDatabase database;

    @Inject
    ProductHistory(TenantDatabase database) {
        this.database = database;
    }

    /**
     * One thing that was done.
     *
     * @param details what it was before and after
     */
    @Schema(name = "ProductHistoryEntry")
    record Entry(
            long id,
            String action,
            String userId,
            String actorType,
            @Schema(type = SchemaType.OBJECT) JsonNode details,
            String requestId,
            Instant timestamp) {
        static Entry of(Row row) {
            return new Entry(
                    row.getLong("id"),
                    row.getString("action"),
                    row.getString("user_id"),
                    row.getString("actor_type"),
                    Json.stored(row.getString("details")),
                    row.getString("request_id"),
                    Columns.instant(row.getOffsetDateTime("timestamp")));
        }
    }

    Uni<Slice<Entry>> find(Caller caller, String product, Fields query) {
        var id = LiveProduct.id(product);
        return new ListQuery(
                        "product-history",
                        "l.id, l.action, l.user_id, l.actor_type, cast(l.details as text) as details, l.request_id,"
                                + " l.\"timestamp\"",
                        "catalog.activitylog l")
                .where("l.tenant_id = ?", caller.tenant())
                .where("l.entity_type = ?", Products.ENTITY)
                .where("l.entity_id = ?", Long.toString(id))
                .page(query)
                .chronological(TIME, ID, true)
                .run(database, caller, query, Entry::of, LiveProduct.query(caller, id))
                .invoke(slice -> LiveProduct.require(slice.extras().get(0)));
    }
}
