package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.user.Acting;

/** The organizations that a user belongs to. */
@ApplicationScoped
class OrganizationList {
    private static final SortKey NAME = SortKey.of("name", "o.name", "text");
    private static final SortKey ID = SortKey.of("org_id", "o.org_id", "uuid");
    private static final String COLUMNS = "o.*, m.roles";
    private static final String TABLES =
            "procurement.organizations o join procurement.organization_members m on m.org_id = o.org_id";
    private static final String ONE =
            "select " + COLUMNS + " from " + TABLES + " where m.user_id = $1 and o.org_id = $2";

    private final TenantDatabase database;

    @Inject
    OrganizationList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<OrganizationView>> find(Caller caller, Fields query) {
        return new ListQuery("organizations", COLUMNS, TABLES)
                .where("m.user_id = ?", Acting.id(caller))
                .page(query)
                .order(List.of(NAME), ID)
                .run(database, caller, query, OrganizationList::view);
    }

    /** One that the caller belongs to; to all others there is none. */
    Uni<OrganizationView> get(Caller caller, UUID id) {
        return database.read(caller, ONE, Acting.id(caller), id)
                .map(ProblemType.NOT_FOUND::require)
                .map(OrganizationList::view);
    }

    private static OrganizationView view(Row row) {
        return OrganizationView.of(OrganizationChanges.read(row), List.of(row.getArrayOfStrings("roles")));
    }
}
