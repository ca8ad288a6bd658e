package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Who belongs to the organization of the caller, and who is invited to it. */
@ApplicationScoped
class MemberList {
    private static final SortKey JOINED = SortKey.of("joined_at", "m.joined_at", "timestamptz");
    private static final SortKey USER = SortKey.of("user_id", "m.user_id", "uuid");
    private static final SortKey INVITED = SortKey.of("created_at", "t.created_at", "timestamptz");
    private static final SortKey INVITATION = SortKey.of("invitation_id", "t.payload ->> 'invitation_id'", "text");

    private final TenantDatabase database;

    @Inject
    MemberList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<MemberView>> members(Caller caller, UUID organization, Fields query) {
        return new ListQuery("members", Members.COLUMNS, Members.TABLES)
                .where("m.tenant_id = ?", caller.tenant())
                .within(own(caller, organization), ProblemType.NOT_FOUND)
                .page(query)
                .order(List.of(JOINED), USER)
                .run(database, caller, query, MemberView::of);
    }

    Uni<Slice<InvitationView>> invitations(Caller caller, UUID organization, Fields query) {
        return new ListQuery("invitations", "t.payload, t.expires_at, t.created_at", "procurement.user_tokens t")
                .where("t.purpose = 'invitation' and t.payload ->> 'tenant' = ?", caller.tenant())
                .where("t.used_at is null and t.expires_at > now()")
                .within(own(caller, organization), ProblemType.NOT_FOUND)
                .page(query)
                .order(List.of(INVITED), INVITATION)
                .run(database, caller, query, InvitationView::of);
    }

    private static Query own(Caller caller, UUID organization) {
        return Query.of(
                "select 1 from procurement.organizations where tenant_id = $1 and org_id = $2",
                caller.tenant(),
                organization);
    }
}
