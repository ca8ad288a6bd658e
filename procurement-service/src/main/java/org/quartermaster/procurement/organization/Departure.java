package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.procurement.session.SessionEnd;

/** What ends in an organization when somebody leaves it, or when it is closed. */
@ApplicationScoped
class Departure {
    private static final String KEYS = """
            update procurement.api_keys set is_active = false, revoked_at = now()
            where tenant_id = $1 and ($2::uuid is null or user_id = $2) and revoked_at is null
            """;

    /** NB: he may have invited somebody, to come back by him. */
    private static final String INVITATIONS = """
            delete from procurement.user_tokens
            where purpose = 'invitation' and payload ->> 'tenant' = $1 and used_at is null
              and ($2::uuid is null or payload ->> 'invited_by' = $2::text)
            """;

    private static final String MEMBERS =
            "select user_id from procurement.organization_members where tenant_id = $1 order by user_id";

    private final SessionEnd sessions;

    @Inject
    Departure(SessionEnd sessions) {
        this.sessions = sessions;
    }

    /** Ends the invitations that a user has sent in the organization of the unit. */
    Uni<Void> endInvitations(UnitOfWork unit, UUID user) {
        return unit.run(INVITATIONS, unit.caller().tenant(), user).replaceWithVoid();
    }

    /** Ends the sessions, keys and invitations of a user in the organization of the unit. */
    Uni<Void> end(UnitOfWork unit, UUID user) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(Query.of(KEYS, tenant, user), Query.of(INVITATIONS, tenant, user)))
                .chain(() -> sessions.endIn(unit, user, SessionEnd.Reason.LEFT));
    }

    /** Ends those of all. */
    Uni<Void> endAll(UnitOfWork unit) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(
                        Query.of(KEYS, tenant, null), Query.of(INVITATIONS, tenant, null), Query.of(MEMBERS, tenant)))
                .chain(results ->
                        InTurn.each(users(results.get(2)), user -> sessions.endIn(unit, user, SessionEnd.Reason.LEFT)));
    }

    private static List<UUID> users(RowSet<Row> rows) {
        var users = new ArrayList<UUID>();
        rows.forEach(row -> users.add(row.getUUID(0)));
        return users;
    }
}
