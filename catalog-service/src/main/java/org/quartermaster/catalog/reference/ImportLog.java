package org.quartermaster.catalog.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;

/** Notes in the activity log of whoever ordered it that a list of all tenants was imported. */
@ApplicationScoped
class ImportLog {
    private static final String INSERT = """
            insert into catalog.activitylog (tenant_id, entity_type, entity_id, action, user_id, actor_type, details,
              request_id, "timestamp")
            values (?, 'import', ?, 'imported', ?, ?, cast(? as jsonb), left(?, 300), ?)
            """;

    private final DatabaseJson json;

    @Inject
    ImportLog(DatabaseJson json) {
        this.json = json;
    }

    void imported(Connection connection, Caller by, String id, Instant at, ImportReport report) throws SQLException {
        Sql.update(
                connection,
                INSERT,
                by.tenant(),
                id,
                by.subject(),
                by.type(),
                json.text(Map.of("after", report)),
                by.requestId(),
                at.atOffset(ZoneOffset.UTC));
    }
}
