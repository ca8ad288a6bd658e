package org.quartermaster.procurement.session;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.token.SecretToken;

/** The rows of refresh tokens, in families that one login begins; of a token only its hash is kept. */
@ApplicationScoped
class RefreshTokens {
    private static final String PREFIX = "qmr_";
    private static final String INSERT = """
            insert into procurement.refresh_tokens
              (token_id, user_id, tenant_id, family_id, token, expires_at, family_expires_at, user_agent, ip)
            values ($1, $2, $3, $4, $5, $6, $7, $8, cast($9::text as inet))
            """;

    /** Of many uses of one token the first changes its row; to the others it is spent. */
    private static final String ROTATE = """
            with spent as (
              update procurement.refresh_tokens t set used_at = $2, replaced_by = $3
              where t.token_id = $1 and t.used_at is null and t.expires_at > $2 and t.family_expires_at > $2
                and not exists (select from procurement.refresh_tokens f
                  where f.family_id = t.family_id and f.is_revoked)
              returning t.*
            )
            insert into procurement.refresh_tokens
              (token_id, user_id, tenant_id, family_id, token, expires_at, family_expires_at, user_agent, ip)
            select $3, user_id, tenant_id, family_id, $4, least($5, family_expires_at), family_expires_at,
              $6, cast($7::text as inet)
            from spent
            returning expires_at
            """;

    private static final String FIND = "select * from procurement.find_refresh_token($1)";

    /** NB: what is spent is marked too, because one marked token ends its family, whatever is added meanwhile. */
    private static final String REVOKE = """
            update procurement.refresh_tokens set is_revoked = true, revoked_reason = $3
            where user_id = $1 and family_id = any ($2) and not is_revoked
            returning family_id
            """;

    private static final String LIVE = """
            select t.family_id, t.tenant_id from procurement.refresh_tokens t
            where t.user_id = $1 and t.used_at is null and t.expires_at > $2
              and not exists (select from procurement.refresh_tokens f where f.family_id = t.family_id and f.is_revoked)
            """;

    private final TenantDatabase database;
    private final SystemConfig settings;

    @Inject
    RefreshTokens(TenantDatabase database, SystemConfig settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * A token that was made.
     *
     * @param text what the user is given
     * @param expiresIn seconds
     */
    record Made(UUID family, String text, long expiresIn) {}

    /** A family and the tenant that it is of. */
    record Family(UUID id, String tenant) {}

    /** Makes the first token of a new family of the caller. */
    Uni<Made> begin(UnitOfWork unit, Device device) {
        var text = PREFIX + SecretToken.create();
        var family = Ids.uuid();
        var end = unit.now().plus(familyLife());
        var life = least(tokenLife(), familyLife());
        return unit.run(
                        INSERT,
                        Ids.uuid(),
                        UUID.fromString(unit.caller().subject()),
                        unit.caller().tenant(),
                        family,
                        Sha256.hex(text),
                        Columns.time(unit.now().plus(life)),
                        Columns.time(end),
                        device.agent(),
                        device.address())
                .replaceWith(new Made(family, text, life.toSeconds()));
    }

    /** The row of a token, looked up before its user is known; none for one that never was. */
    Uni<RowSet<Row>> find(Caller anybody, String text) {
        return database.read(anybody, FIND, Sha256.hex(text));
    }

    /**
     * The token after one.
     *
     * @param spending spends the one and makes the other, unless it cannot be used (any more)
     */
    record Next(UUID family, String text, Query spending) {}

    Next next(UnitOfWork unit, UUID tokenId, UUID family, Device device) {
        var text = PREFIX + SecretToken.create();
        var spending = Query.of(
                ROTATE,
                tokenId,
                Columns.time(unit.now()),
                Ids.uuid(),
                Sha256.hex(text),
                Columns.time(unit.now().plus(tokenLife())),
                device.agent(),
                device.address());
        return new Next(family, text, spending);
    }

    /** @param spent what the spending gave; null when the token cannot be used (any more) */
    static Made made(UnitOfWork unit, Next next, RowSet<Row> spent) {
        return spent.size() == 0 ? null : new Made(next.family(), next.text(), seconds(unit, spent));
    }

    private static long seconds(UnitOfWork unit, RowSet<Row> made) {
        var end = made.iterator().next().getOffsetDateTime(0).toInstant();
        return Duration.between(unit.now(), end).toSeconds();
    }

    /** Ends families of a user; those that were ended before are left out of the answer. */
    Uni<List<UUID>> revoke(UnitOfWork unit, UUID user, List<UUID> families, String reason) {
        return unit.run(REVOKE, user, families.toArray(UUID[]::new), reason).map(rows -> {
            var ended = new ArrayList<UUID>();
            rows.forEach(row -> ended.add(row.getUUID(0)));
            return ended.stream().distinct().toList();
        });
    }

    /** The families of a user that can be gone on with, in all his tenants. */
    Uni<List<Family>> live(UnitOfWork unit, UUID user) {
        return unit.run(LIVE, user, Columns.time(unit.now())).map(rows -> {
            var families = new ArrayList<Family>();
            rows.forEach(row -> families.add(new Family(row.getUUID(0), row.getString(1))));
            return families;
        });
    }

    private Duration tokenLife() {
        return Duration.ofDays(settings.integer("auth.refresh_days"));
    }

    private Duration familyLife() {
        return Duration.ofDays(settings.integer("auth.family_days"));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
