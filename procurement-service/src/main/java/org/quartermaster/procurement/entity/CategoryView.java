package org.quartermaster.procurement.entity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * A kind of buyers and suppliers.
 *
 * @param parentId the kind that it is one of, or null
 */
@Schema(name = "EntityCategory")
record CategoryView(
        UUID categoryId,
        String name,
        String description,
        UUID parentId,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    static CategoryView read(Row row) {
        return new CategoryView(
                row.getUUID("category_id"),
                row.getString("name"),
                row.getString("description"),
                row.getUUID("parent_id"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }
}
