package org.quartermaster.vehicle.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.completeness.EntityType;

/** Users, persons and organizations as they are read. */
@ApplicationScoped
class IdentityList {
    private static final SortKey FULL_NAME = SortKey.nullable("name", "i.full_name", "text");
    private static final SortKey NAME = SortKey.nullable("name", "i.name", "text");
    private static final SortKey ID = SortKey.of("id", "i.id", "uuid");

    private final TenantDatabase database;

    @Inject
    IdentityList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<UserView>> users(Caller caller, Fields query) {
        return members("users", "i.id, i.full_name, i.status, m.roles", caller, query)
                .run(
                        database,
                        caller,
                        query,
                        row -> new UserView(
                                row.getUUID("id"),
                                row.getString("full_name"),
                                row.getString("status"),
                                List.of(row.getArrayOfStrings("roles"))));
    }

    Uni<Slice<PersonView>> persons(Caller caller, Fields query) {
        var select = "i.id, i.full_name, i.is_active, " + EntityType.PERSON.scoreSql("i") + " as score";
        return members("persons", select, caller, query)
                .run(
                        database,
                        caller,
                        query,
                        row -> new PersonView(
                                row.getUUID("id"),
                                row.getString("full_name"),
                                row.getBoolean("is_active"),
                                row.getBigDecimal("score")));
    }

    /** A membership without roles has ended. */
    private static ListQuery members(String table, String select, Caller caller, Fields query) {
        return new ListQuery(table, select, "identity.memberships m join identity." + table + " i on i.id = m.user_id")
                .where("m.tenant_id = ?", caller.tenant())
                .where("m.roles <> '{}'")
                .page(query)
                .order(List.of(FULL_NAME), ID);
    }

    Uni<Slice<OrganizationView>> organizations(Caller caller, Fields query) {
        var select = "i.*, " + EntityType.ORGANIZATION.scoreSql("i") + " as score";
        return new ListQuery("organizations", select, "identity.organizations i")
                .where("i.tenant_id = ?", caller.tenant())
                .page(query)
                .order(List.of(NAME), ID)
                .run(
                        database,
                        caller,
                        query,
                        row -> new OrganizationView(
                                row.getUUID("id"),
                                row.getString("name"),
                                row.getString("org_type"),
                                row.getString("country"),
                                row.getString("status"),
                                row.getBigDecimal("score")));
    }
}
