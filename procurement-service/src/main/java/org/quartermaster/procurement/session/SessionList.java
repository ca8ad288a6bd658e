package org.quartermaster.procurement.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The sessions of the caller, in all his tenants. */
@ApplicationScoped
class SessionList {
    private static final SortKey USED = SortKey.of("last_used_at", "t.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("session_id", "t.family_id", "uuid");
    private static final String COLUMNS = """
            t.family_id, t.tenant_id, t.user_agent, host(t.ip) as address, t.created_at, t.expires_at,
            (select min(f.created_at) from procurement.refresh_tokens f where f.family_id = t.family_id) as begun_at\
            """;

    private final TenantDatabase database;

    @Inject
    SessionList(TenantDatabase database) {
        this.database = database;
    }

    /** @param own the session of the request, or null */
    Uni<Slice<SessionView>> find(Caller caller, Fields query, String own) {
        return new ListQuery("sessions", COLUMNS, "procurement.refresh_tokens t")
                .where("t.user_id = cast(cast(? as text) as uuid)", caller.subject())
                .where("t.used_at is null and t.expires_at > now()")
                .where("not exists (select from procurement.refresh_tokens f"
                        + " where f.family_id = t.family_id and f.is_revoked)")
                .page(query)
                .descending(USED, ID)
                .run(database, caller, query, row -> SessionView.of(row, own));
    }
}
