package org.quartermaster.procurement.session;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.user.Visitor;

/**
 * A refresh token as it was looked up.
 *
 * @param isEnded true where its session was ended
 * @param end of the token, or of its session where that comes first
 */
record RefreshToken(UUID id, UUID user, String tenant, UUID family, boolean isSpent, boolean isEnded, Instant end) {
    static RefreshToken of(Row row) {
        var end = Columns.instant(row.getOffsetDateTime("expires_at"));
        var familyEnd = Columns.instant(row.getOffsetDateTime("family_expires_at"));
        return new RefreshToken(
                row.getUUID("token_id"),
                row.getUUID("user_id"),
                row.getString("tenant_id"),
                row.getUUID("family_id"),
                row.getOffsetDateTime("used_at") != null,
                row.getBoolean("is_family_revoked"),
                familyEnd.isBefore(end) ? familyEnd : end);
    }

    /** True when nobody can use it; NB: a spent one of an ended session tells of a theft until its time is over. */
    boolean isOver(Instant now) {
        return !end.isAfter(now) || !isSpent && isEnded;
    }

    Caller caller(Visitor visitor) {
        return visitor.user(user, tenant);
    }
}
