package org.quartermaster.procurement.mailed;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.token.SecretToken;

/** Tokens that are mailed to a user, so that he proves an address: kept as hashes, each used once. */
@ApplicationScoped
public class MailedTokens {
    /** 422 for a token that is unknown, used, expired or for something else: all alike. */
    public static final ProblemType INVALID = new ProblemType(422, "token_invalid");

    private static final String INSERT = """
            insert into procurement.user_tokens (token_hash, user_id, purpose, payload, expires_at)
            values ($1, $2, $3, $4, $5)
            """;
    private static final String FIND = "select * from procurement.find_user_token($1)";
    private static final String USE = """
            update procurement.user_tokens set used_at = $2
            where token_hash = $1 and used_at is null and expires_at > $2 returning 1
            """;
    private static final String VOID = """
            update procurement.user_tokens set used_at = $3
            where user_id = $1 and purpose = $2 and used_at is null
            """;

    private final TenantDatabase database;

    @Inject
    MailedTokens(TenantDatabase database) {
        this.database = database;
    }

    /**
     * A token that can be used.
     *
     * @param tenant of the home organization of its user
     * @param payload what was kept with it
     */
    public record Mailed(String hash, UUID user, String tenant, Purpose purpose, JsonObject payload) {}

    /** Makes a token; its text is for the mail alone. The unit is one of the user himself or of the system role. */
    public Uni<String> create(UnitOfWork unit, UUID user, Purpose purpose, JsonObject payload) {
        var text = SecretToken.create();
        var end = Columns.time(unit.now().plus(purpose.life()));
        return unit.run(INSERT, Sha256.hex(text), user, purpose.word(), payload, end)
                .replaceWith(text);
    }

    /** Finds a token before its user is known; 422 for one that cannot be used. */
    public Uni<Mailed> find(Caller anybody, String text, Purpose purpose) {
        var hash = Sha256.hex(text);
        return database.read(anybody, FIND, hash).map(INVALID::require).map(row -> usable(row, hash, purpose));
    }

    private static Mailed usable(Row row, String hash, Purpose purpose) {
        if (!purpose.word().equals(row.getString("purpose"))
                || row.getOffsetDateTime("used_at") != null
                || row.getOffsetDateTime("expires_at").isBefore(OffsetDateTime.now())
                || !"active".equals(row.getString("user_status"))) {
            throw Problem.of(INVALID);
        }
        var tenant = row.getString("tenant_id");
        return new Mailed(
                hash, row.getUUID("user_id"), tenant == null ? AuditLog.PLATFORM : tenant, purpose, (JsonObject)
                        row.getValue("payload"));
    }

    /** Uses a token up, and all others of its user for the same; 422 where another request was quicker. */
    public Uni<Void> use(UnitOfWork unit, Mailed token) {
        var now = Columns.time(unit.now());
        return unit.run(USE, token.hash(), now)
                .map(INVALID::require)
                .chain(() -> unit.run(VOID, token.user(), token.purpose().word(), now))
                .replaceWithVoid();
    }
}
