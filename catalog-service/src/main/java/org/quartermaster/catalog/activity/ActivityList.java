package org.quartermaster.catalog.activity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** What was done in a tenant, the latest first. */
@ApplicationScoped
public class ActivityList {
    private static final SortKey AT = SortKey.of("timestamp", "r.\"timestamp\"", "timestamptz");
    private static final SortKey ID = SortKey.of("id", "r.id", "bigint");
    private static final String SELECT = """
            r.id, r.entity_type, r.entity_id, r.action, r.user_id, r.actor_type, r.details::text as details,
            host(r.ip_address) as ip_address, r.user_agent, r.request_id, r."timestamp\"""";

    private final TenantDatabase database;

    @Inject
    ActivityList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<ActivityView>> find(Caller caller, Fields query) {
        return run(caller, query, filtered(SELECT, caller, query));
    }

    /** The rows {@code r} that the filters of a query leave. */
    public static ListQuery filtered(String select, Caller caller, Fields query) {
        var list = list(select, caller);
        query.text("entity_type", 1, 64).to(type -> list.where("r.entity_type = ?", type));
        query.text("entity_id", 1, 64).to(id -> list.where("r.entity_id = ?", id));
        query.text("user_id", 1, 300).to(user -> list.where("r.user_id = ?", user));
        list.words("r.action", query.words("action", ActivityAction.class));
        return list.between(query, "r.\"timestamp\"");
    }

    /** What was done to one entity. */
    public Uni<Slice<ActivityView>> of(Caller caller, Fields query, String entity, Object id) {
        var list = list(SELECT, caller).where("r.entity_type = ?", entity).where("r.entity_id = ?", id.toString());
        return run(caller, query, list);
    }

    private static ListQuery list(String select, Caller caller) {
        return new ListQuery("activity", select, "catalog.activitylog r").where("r.tenant_id = ?", caller.tenant());
    }

    private Uni<Slice<ActivityView>> run(Caller caller, Fields query, ListQuery list) {
        return list.page(query).chronological(AT, ID, true).run(database, caller, query, ActivityView::of);
    }
}
