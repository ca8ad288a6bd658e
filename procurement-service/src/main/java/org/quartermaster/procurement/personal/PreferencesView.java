package org.quartermaster.procurement.personal;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Versioned;

/** How a user wants to be spoken to. */
@Schema(name = "Preferences")
public record PreferencesView(
        String language,
        String timezone,
        boolean emailNotifications,
        boolean inAppNotifications,
        int digestHour,
        Theme theme,
        Instant updatedAt,
        long version)
        implements Versioned {
    /** Those of a user who never set any. */
    static final PreferencesView USUAL = new PreferencesView("en", "UTC", true, true, 8, Theme.LIGHT, null, 0);

    static PreferencesView of(Row row) {
        return new PreferencesView(
                row.getString("language"),
                row.getString("timezone"),
                row.getBoolean("email_notifications"),
                row.getBoolean("in_app_notifications"),
                row.getInteger("digest_hour"),
                Words.find(Theme.class, row.getString("theme")).orElseThrow(),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }
}
