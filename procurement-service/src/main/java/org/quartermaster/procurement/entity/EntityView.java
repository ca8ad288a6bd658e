package org.quartermaster.procurement.entity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * A buyer or supplier.
 *
 * @param mergedInto the entity that stands for this one now, or null
 */
@Schema(name = "Entity")
record EntityView(
        UUID entityId,
        String name,
        String country,
        List<String> roles,
        UUID categoryId,
        UUID mergedInto,
        List<Identifier> identifiers,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    /** What {@link #read} takes from an entity {@code e}. */
    static final String COLUMNS = """
            e.entity_id, e.name, e.country, e.roles, e.category_id, e.merged_into, e.created_at, e.updated_at, e.rv,
            (select coalesce(jsonb_agg(jsonb_build_object('scheme', i.scheme, 'identifier', i.identifier,
                'source_id', i.source_id) order by i.scheme, i.identifier), '[]')
              from procurement.entity_identifiers i where i.entity_id = e.entity_id) as identifiers
            """;

    static final String FROM = "procurement.entities e";

    /**
     * What an entity is known by.
     *
     * @param sourceId the publisher whose own identifier it is, or null
     */
    @Schema(name = "EntityIdentifier")
    record Identifier(String scheme, String identifier, String sourceId) {
        static Identifier of(JsonObject json) {
            return new Identifier(json.getString("scheme"), json.getString("identifier"), json.getString("source_id"));
        }
    }

    static EntityView read(Row row) {
        return new EntityView(
                row.getUUID("entity_id"),
                row.getString("name"),
                row.getString("country"),
                List.of(row.getArrayOfStrings("roles")),
                row.getUUID("category_id"),
                row.getUUID("merged_into"),
                row.getJsonArray("identifiers").stream()
                        .map(each -> Identifier.of((JsonObject) each))
                        .toList(),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }
}
