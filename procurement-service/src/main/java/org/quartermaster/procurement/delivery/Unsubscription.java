package org.quartermaster.procurement.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;

/** Takes a user off mails by a mailed code, which works once. */
@ApplicationScoped
class Unsubscription {
    private static final ProblemType INVALID = new ProblemType(422, "token_invalid");
    private static final String FIND =
            "select user_id, purpose, payload, expires_at, used_at from procurement.find_user_token($1)";
    private static final String USE = """
            update procurement.user_tokens set used_at = $3 where token_hash = $1 and user_id = $2 and used_at is null
            returning user_id
            """;
    private static final String LEAVE = """
            update procurement.alerts set channels = array_remove(channels, 'email')
            where tenant_id = $1 and user_id = $2 and 'email' = any (channels)
              and (frequency = $3 or alert_id::text = any ($4))
            """;
    private static final String DROP = """
            delete from procurement.notification_deliveries d using procurement.notifications n
            where d.tenant_id = $1 and n.tenant_id = $1 and n.notification_id = d.notification_id and n.user_id = $2
              and d.channel = 'email' and d.state = 'in_digest' and d.digest_id is null and d.frequency = $3
            """;

    private final TenantDatabase database;
    private final Writes writes;

    @Inject
    Unsubscription(TenantDatabase database, Writes writes) {
        this.database = database;
        this.writes = writes;
    }

    Uni<Void> leave(String code) {
        var hash = Sha256.hex(code);
        return database.read(Caller.system(SystemWrites.PUBLIC), FIND, hash)
                .map(INVALID::require)
                .chain(row -> leave(hash, row));
    }

    private Uni<Void> leave(String hash, Row token) {
        if (!"unsubscribe".equals(token.getString("purpose"))
                || token.getOffsetDateTime("used_at") != null
                || token.getOffsetDateTime("expires_at").toInstant().isBefore(Instant.now())) {
            throw Problem.of(INVALID);
        }
        var user = token.getUUID("user_id");
        var scope = token.getJsonObject("payload");
        return writes.write(Addressee.caller(scope.getString("tenant"), user), unit -> leave(unit, hash, user, scope));
    }

    private static Uni<Void> leave(UnitOfWork unit, String hash, UUID user, JsonObject scope) {
        var tenant = unit.caller().tenant();
        var frequency = scope.getString("frequency", "");
        var alerts = scope.getJsonArray("alerts", new JsonArray()).stream()
                .map(String.class::cast)
                .toArray(String[]::new);
        return unit.run(USE, hash, user, Columns.time(unit.now()))
                .invoke(INVALID::require)
                .chain(() -> unit.run(LEAVE, tenant, user, frequency, alerts))
                .chain(() -> unit.run(DROP, tenant, user, frequency))
                .replaceWithVoid();
    }
}
