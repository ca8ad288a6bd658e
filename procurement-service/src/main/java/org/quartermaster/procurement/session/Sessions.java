package org.quartermaster.procurement.session;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.fraud.Blocked;
import org.quartermaster.procurement.session.RefreshTokens.Made;
import org.quartermaster.procurement.session.SignedIn.SignedInUser;
import org.quartermaster.procurement.token.AccessTokens;

/** Begins sessions and goes on with them: an access token and a refresh token for the caller in his tenant. */
@ApplicationScoped
public class Sessions {
    private static final String USER = """
            select u.user_id, u.email, u.full_name, u.email_verified, u.subscription_tier, m.roles
            from procurement.users u
              join procurement.organization_members m on m.user_id = u.user_id
              join procurement.organizations o on o.org_id = m.org_id
            where u.user_id = $1 and m.tenant_id = $2 and u.status = 'active' and o.status = 'active'
            """;

    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final Blocked blocked;

    @Inject
    Sessions(RefreshTokens refreshTokens, AccessTokens accessTokens, Blocked blocked) {
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.blocked = blocked;
    }

    /**
     * A new session of the caller of the unit in the tenant of the unit, with the roles that he has there; 404 where he
     * is no active member of an active organization.
     */
    public Uni<SignedIn> begin(UnitOfWork unit, Device device) {
        return unit.runAll(List.of(user(unit.caller())))
                .chain(results -> begin(unit, results.get(0), device, List.of()));
    }

    /**
     * As above.
     *
     * @param user what {@link #user} found
     * @param notes what is written in the same round trip
     */
    public Uni<SignedIn> begin(UnitOfWork unit, RowSet<Row> user, Device device, List<Query> notes) {
        var row = ProblemType.NOT_FOUND.require(user);
        var first = refreshTokens.first(unit, device);
        var writes = new ArrayList<>(notes);
        writes.add(0, first.beginning());
        return unit.runAll(writes).chain(() -> sign(unit.caller(), row, first.made()));
    }

    /** Finds a user as a member of his tenant; no row where he is none. */
    public static Query user(Caller caller) {
        return Query.of(USER, UUID.fromString(caller.subject()), caller.tenant());
    }

    /** NB: a signature takes a millisecond. */
    Uni<SignedIn> sign(Caller caller, Row row, Made made) {
        blocked.require(row.getUUID("user_id"));
        var roles = List.of(row.getArrayOfStrings("roles"));
        var holder = new AccessTokens.Holder(row.getUUID("user_id"), caller.tenant(), roles, made.family());
        var life = accessTokens.life();
        return HeavyWork.run(() -> accessTokens.sign(holder, life))
                .map(token -> new SignedIn(
                        token,
                        "Bearer",
                        life.toSeconds(),
                        made.text(),
                        made.expiresIn(),
                        caller.tenant(),
                        shown(row, roles)));
    }

    private static SignedInUser shown(Row row, List<String> roles) {
        return new SignedInUser(
                row.getUUID("user_id"),
                row.getString("email"),
                row.getString("full_name"),
                row.getBoolean("email_verified"),
                row.getString("subscription_tier"),
                roles);
    }
}
