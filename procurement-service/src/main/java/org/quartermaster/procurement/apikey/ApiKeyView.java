package org.quartermaster.procurement.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/**
 * An API key as it is shown.
 *
 * @param key the whole key; in the answer that makes it, and never again
 */
@Schema(name = "ApiKey")
public record ApiKeyView(
        UUID keyId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String key,
        String keyPrefix,
        String name,
        List<String> roles,
        UUID userId,
        boolean isActive,
        Instant lastUsedAt,
        Instant expiresAt,
        Instant revokedAt,
        Instant createdAt) {

    static ApiKeyView of(Row row) {
        return new ApiKeyView(
                row.getUUID("key_id"),
                null,
                row.getString("key_prefix"),
                row.getString("name"),
                List.of(row.getArrayOfStrings("roles")),
                row.getUUID("user_id"),
                row.getBoolean("is_active"),
                Columns.instant(row.getOffsetDateTime("last_used_at")),
                Columns.instant(row.getOffsetDateTime("expires_at")),
                Columns.instant(row.getOffsetDateTime("revoked_at")),
                Columns.instant(row.getOffsetDateTime("created_at")));
    }

    /** The same with the whole key. */
    ApiKeyView with(ApiKeySecret secret) {
        return new ApiKeyView(
                keyId,
                secret.text(),
                keyPrefix,
                name,
                roles,
                userId,
                isActive,
                lastUsedAt,
                expiresAt,
                revokedAt,
                createdAt);
    }
}
