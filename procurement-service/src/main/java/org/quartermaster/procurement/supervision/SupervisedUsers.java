package org.quartermaster.procurement.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.SystemReads;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.user.UserStatus;

/** The users of all organizations, as they are read. */
@ApplicationScoped
class SupervisedUsers {
    private static final SortKey CREATED = SortKey.of("created_at", "u.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("user_id", "u.user_id", "uuid");
    private static final String TABLE = "procurement.users u";
    private static final String ONE =
            "select " + SupervisedUserView.COLUMNS + " from " + TABLE + " where u.user_id = $1";

    private final SystemReads database;

    @Inject
    SupervisedUsers(SystemReads database) {
        this.database = database;
    }

    Uni<Slice<SupervisedUserView>> find(Caller caller, Fields query) {
        var list = new ListQuery("supervised-users", SupervisedUserView.COLUMNS, TABLE);
        query.text("q", 1, 200)
                .to(part -> list.where(
                        "(position(lower(?) in u.email_norm) > 0 or position(lower(?) in lower(u.full_name)) > 0)",
                        part,
                        part));
        list.words("u.status", query.words("status", UserStatus.class));
        query.word("plan", Tier.class).to(plan -> list.words("u.subscription_tier", List.of(plan)));
        return list.page(query).chronological(CREATED, ID, true).run(database, caller, query, SupervisedUserView::of);
    }

    Uni<SupervisedUserView> get(Caller caller, UUID id) {
        return database.readAll(caller, List.of(Query.of(ONE, id)))
                .map(results -> SupervisedUserView.of(ProblemType.NOT_FOUND.require(results.get(0))));
    }

    /** As he stands within a unit of the system role. */
    Uni<SupervisedUserView> get(UnitOfWork unit, UUID id) {
        return unit.run(ONE, id).map(ProblemType.NOT_FOUND::require).map(SupervisedUserView::of);
    }
}
