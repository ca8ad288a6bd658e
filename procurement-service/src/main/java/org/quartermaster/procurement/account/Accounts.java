package org.quartermaster.procurement.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.user.Acting;
import org.quartermaster.procurement.user.UserChanges;

/** The account of who is signed in, as he reads and changes it. */
@ApplicationScoped
class Accounts {
    private static final int MAX_NAME = 255;
    private static final String USER = "select * from procurement.users where user_id = $1 and status = 'active'";
    private static final String ORGANIZATIONS = """
            select o.org_id, o.tenant_id, o.name, m.roles
            from procurement.organization_members m join procurement.organizations o on o.org_id = m.org_id
            where m.user_id = $1 and o.status = 'active' order by o.name, o.org_id
            """;
    private static final String RENAME = "update procurement.users set full_name = $2 where user_id = $1";

    private final TenantDatabase database;
    private final UserChanges changes;

    @Inject
    Accounts(TenantDatabase database, UserChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    private static List<Query> queries(Caller caller) {
        var user = Acting.id(caller);
        return List.of(Query.of(USER, user), Query.of(ORGANIZATIONS, user));
    }

    Uni<AccountView> get(Caller caller) {
        return database.readAll(caller, queries(caller))
                .map(results ->
                        AccountView.of(caller.tenant(), ProblemType.NOT_FOUND.require(results.get(0)), results.get(1)));
    }

    private Uni<AccountView> get(UnitOfWork unit) {
        return unit.runAll(queries(unit.caller()))
                .map(results -> AccountView.of(
                        unit.caller().tenant(), ProblemType.NOT_FOUND.require(results.get(0)), results.get(1)));
    }

    Uni<Answer> rename(UnitOfWork unit, String ifMatch, Fields fields) {
        var name = fields.text("full_name", 0, MAX_NAME);
        fields.checkStrictly();
        return Acting.lock(unit)
                .invoke(user -> ETags.requireMatch(ifMatch, user.getLong("rv")))
                .chain(user -> !name.given() || Objects.equals(name.value(), user.getString("full_name"))
                        ? Uni.createFrom().voidItem()
                        : unit.run(RENAME, user.getUUID("user_id"), name.value())
                                .chain(() -> changes.tell(unit, user.getUUID("user_id"), "updated")))
                .chain(() -> get(unit))
                .map(Answer::ok);
    }
}
