package org.quartermaster.procurement.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The acts of a tenant, the latest first. */
@ApplicationScoped
class AuditList {
    private static final SortKey AT = SortKey.of("created_at", "r.created_at", "timestamptz");

    private final TenantDatabase database;

    @Inject
    AuditList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<AdminActView>> changes(Caller caller, Fields query) {
        var select = """
                r.log_id, r.admin_user_id, r.action, r.target_type, r.target_id, r.changes::text as changes,
                host(r.ip_address) as ip_address, r.created_at""";
        var list = new ListQuery("admin-audit", select, "procurement.admin_audit_log r")
                .where("r.tenant_id = ?", caller.tenant());
        query.uuid("user_id").to(user -> list.where("r.admin_user_id = ?", user));
        return run(caller, query, list, SortKey.of("log_id", "r.log_id", "uuid"), AdminActView::of);
    }

    Uni<Slice<SecurityActView>> security(Caller caller, Fields query) {
        var select = """
                r.audit_id, r.user_id, r.action, r.details::text as details, host(r.ip_address) as ip_address,
                r.created_at""";
        var list = new ListQuery("security-log", select, "procurement.audit_log r")
                .where("r.tenant_id = ?", caller.tenant());
        query.uuid("user_id").to(user -> list.where("r.user_id = ?", user));
        return run(caller, query, list, SortKey.of("audit_id", "r.audit_id", "uuid"), SecurityActView::of);
    }

    private <T> Uni<Slice<T>> run(Caller caller, Fields query, ListQuery list, SortKey id, Function<Row, T> reader) {
        query.text("action", 1, 255).to(action -> list.where("r.action = ?", action));
        return list.between(query, "r.created_at")
                .pageByCursor(query)
                .chronological(AT, id, true)
                .uncounted()
                .run(database, caller, query, reader);
    }
}
