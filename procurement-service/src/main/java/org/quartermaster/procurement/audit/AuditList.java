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
import org.quartermaster.procurement.operator.Operators;
import org.quartermaster.procurement.operator.Scope;

/** The acts of an organization or of the installation, the latest first. */
@ApplicationScoped
class AuditList {
    private static final SortKey AT = SortKey.of("created_at", "r.created_at", "timestamptz");

    private final TenantDatabase database;
    private final Operators operators;

    @Inject
    AuditList(TenantDatabase database, Operators operators) {
        this.database = database;
        this.operators = operators;
    }

    Uni<Slice<AdminActView>> changes(Caller caller, Fields query) {
        var scope = Scope.read(query);
        var select = """
                r.log_id, r.admin_user_id, r.action, r.target_type, r.target_id, r.changes::text as changes,
                host(r.ip_address) as ip_address, r.created_at""";
        var list = new ListQuery("admin-audit", select, "procurement.admin_audit_log r")
                .where("r.tenant_id = ?", scope.tenant(caller, AuditLog.PLATFORM));
        query.uuid("user_id").to(user -> list.where("r.admin_user_id = ?", user));
        paged(query, list, SortKey.of("log_id", "r.log_id", "uuid"));
        return run(caller, scope, query, list, AdminActView::of);
    }

    Uni<Slice<SecurityActView>> security(Caller caller, Fields query) {
        var scope = Scope.read(query);
        var select = """
                r.audit_id, r.user_id, r.action, r.details::text as details, host(r.ip_address) as ip_address,
                r.created_at""";
        var list = new ListQuery("security-log", select, "procurement.audit_log r")
                .where("r.tenant_id = ?", scope.tenant(caller, AuditLog.PLATFORM));
        query.uuid("user_id").to(user -> list.where("r.user_id = ?", user));
        paged(query, list, SortKey.of("audit_id", "r.audit_id", "uuid"));
        return run(caller, scope, query, list, SecurityActView::of);
    }

    private static void paged(Fields query, ListQuery list, SortKey id) {
        query.text("action", 1, 255).to(action -> list.where("r.action = ?", action));
        list.between(query, "r.created_at")
                .pageByCursor(query)
                .chronological(AT, id, true)
                .uncounted();
    }

    private <T> Uni<Slice<T>> run(Caller caller, Scope scope, Fields query, ListQuery list, Function<Row, T> reader) {
        return operators
                .require(caller, scope)
                .chain(() -> list.run(database, caller.within(scope.tenant(caller, AuditLog.PLATFORM)), query, reader));
    }
}
