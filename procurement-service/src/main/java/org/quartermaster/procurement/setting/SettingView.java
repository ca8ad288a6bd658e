package org.quartermaster.procurement.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.procurement.config.ValueType;

/** A setting of the organization. */
@Schema(name = "OrganizationSetting")
public record SettingView(
        UUID settingId,
        String settingKey,
        @Schema(description = "JSON of the type") JsonNode settingValue,
        ValueType settingType,
        String description,
        UUID updatedBy,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static SettingView of(Row row) {
        var type = Words.find(ValueType.class, row.getString("setting_type")).orElseThrow();
        return new SettingView(
                row.getUUID("setting_id"),
                row.getString("setting_key"),
                type.shown(row.getString("setting_value")),
                type,
                row.getString("description"),
                row.getUUID("updated_by"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }
}
