package org.quartermaster.procurement.user;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.audit.AuditLog;

/**
 * Tells of what happened to a user, with all his memberships. NB: in the tenant of nobody, because no organization is to
 * learn which others its members belong to; the services read it, whatever tenant it is of.
 */
@ApplicationScoped
public class UserChanges {
    private static final String ENTITY = "user";
    private static final String USER =
            "select user_id, full_name, status, email_verified from procurement.users where user_id = $1 for no key update";
    private static final String MEMBERSHIPS =
            "select tenant_id, roles from procurement.organization_members where user_id = $1 order by tenant_id";

    private final Writes writes;

    @Inject
    UserChanges(Writes writes) {
        this.writes = writes;
    }

    /**
     * Notes an event about a user as he stands now. The unit is one of the user himself or of the system role, because
     * another member sees only what he shares with him.
     *
     * @param verb such as {@code verified}
     */
    public Uni<Void> tell(UnitOfWork unit, UUID user, String verb) {
        return writes.within(unit, unit.caller().within(AuditLog.PLATFORM), there -> there.runAll(
                        List.of(Query.of(USER, user), Query.of(MEMBERSHIPS, user)))
                .map(UserChanges::event)
                .invoke(event -> there.changed(Change.eventOnly(ENTITY, user.toString(), verb, event, null)))
                .replaceWithVoid());
    }

    private static UserEvent event(List<RowSet<Row>> results) {
        var user = ProblemType.NOT_FOUND.require(results.get(0));
        var memberships = new ArrayList<UserEvent.Membership>();
        results.get(1)
                .forEach(row ->
                        memberships.add(new UserEvent.Membership(row.getString(0), List.of(row.getArrayOfStrings(1)))));
        return new UserEvent(user.getUUID(0), user.getString(1), user.getString(2), user.getBoolean(3), memberships);
    }
}
