package org.quartermaster.procurement.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * A setting of the installation.
 *
 * @param configValue as JSON of its type; null where the default holds
 */
@Schema(name = "ConfigSetting")
public record ConfigView(
        String configKey,

        @Schema(description = "JSON of the type; null where the default holds")
        JsonNode configValue,

        ValueType valueType,
        @Schema(description = "JSON of the type") JsonNode defaultValue,
        String minValue,
        String maxValue,
        String description,
        UUID updatedBy,
        Instant updatedAt,
        long version)
        implements Versioned {

    static ConfigView of(Row row) {
        var type = ValueType.valueOf(row.getString("value_type").toUpperCase(Locale.ROOT));
        return new ConfigView(
                row.getString("config_key"),
                type.shown(row.getString("config_value")),
                type,
                type.shown(row.getString("default_value")),
                row.getString("min_value"),
                row.getString("max_value"),
                row.getString("description"),
                row.getUUID("updated_by"),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }
}
