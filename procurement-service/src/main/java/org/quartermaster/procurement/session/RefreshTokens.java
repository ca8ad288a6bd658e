package org.quartermaster.procurement.session;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /**
     * Finds a token before its user is known, and goes on as that user.
     * NB: who holds the token is let in by it; the policies then show him what they show its user.
     */
    private static final String ENTER = """
            select t.*, set_config('app.tenant_id', t.tenant_id, true), set_config('app.user_id', t.user_id::text, true)
            from procurement.find_refresh_token($1) t
            """;

    /**
     * Of many uses of one token the first changes its row; to the others it is spent. NB: nothing is spent by who may not
     * go on, for his next use would be taken for a theft.
     */
    private static final String ROTATE = """
            with spent as (
              update procurement.refresh_tokens t set used_at = $2, replaced_by = $3
              from procurement.users u
                join procurement.organization_members m on m.user_id = u.user_id
                join procurement.organizations o on o.org_id = m.org_id
              where t.token = $1 and t.used_at is null and t.expires_at > $2 and t.family_expires_at > $2
                and u.user_id = t.user_id and m.tenant_id = t.tenant_id
                and u.status = 'active' and o.status = 'active' and u.user_id <> all ($8)
                and not exists (select from procurement.refresh_tokens f
                  where f.family_id = t.family_id and f.is_revoked)
              returning t.tenant_id, t.family_id, t.family_expires_at, u.user_id, u.email, u.full_name,
                u.email_verified, u.subscription_tier, m.roles
            ), made as (
              insert into procurement.refresh_tokens
                (token_id, user_id, tenant_id, family_id, token, expires_at, family_expires_at, user_agent, ip)
              select $3, user_id, tenant_id, family_id, $4, least($5, family_expires_at), family_expires_at,
                $6, cast($7::text as inet)
              from spent
            )
            select s.*, least($5, s.family_expires_at) as expires_at from spent s
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

    /**
     * The first token of a new family.
     *
     * @param beginning makes its row
     */
    record First(Made made, Query beginning) {}

    /** Makes the first token of a new family of the caller. */
    First first(UnitOfWork unit, Device device) {
        var text = PREFIX + SecretToken.create();
        var family = Ids.uuid();
        var life = least(tokenLife(), familyLife());
        var beginning = Query.of(
                INSERT,
                Ids.uuid(),
                UUID.fromString(unit.caller().subject()),
                unit.caller().tenant(),
                family,
                Sha256.hex(text),
                Columns.time(unit.now().plus(life)),
                Columns.time(unit.now().plus(familyLife())),
                device.agent(),
                device.address());
        return new First(new Made(family, text, life.toSeconds()), beginning);
    }

    /** The row of a token, looked up before its user is known; none for one that never was. */
    Uni<RowSet<Row>> find(Caller anybody, String text) {
        return database.read(anybody, FIND, Sha256.hex(text));
    }

    /**
     * A use of a token.
     *
     * @param next the text of the token after it
     * @param statements the first finds the token, the second spends it and gives its user, unless it cannot be used (any
     *     more)
     */
    record Use(Instant now, String next, List<Query> statements) {
        Made made(Row spent) {
            var end = spent.getOffsetDateTime("expires_at").toInstant();
            return new Made(
                    spent.getUUID("family_id"), next, Duration.between(now, end).toSeconds());
        }
    }

    /** @param refused users who may not go on */
    Use use(String text, Device device, UUID[] refused) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var hash = Sha256.hex(text);
        var next = PREFIX + SecretToken.create();
        var rotate = Query.of(
                ROTATE,
                hash,
                Columns.time(now),
                Ids.uuid(),
                Sha256.hex(next),
                Columns.time(now.plus(tokenLife())),
                device.agent(),
                device.address(),
                (Object) refused);
        return new Use(now, next, List.of(Query.of(ENTER, hash), rotate));
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
