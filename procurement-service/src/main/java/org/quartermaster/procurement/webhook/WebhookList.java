package org.quartermaster.procurement.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Endpoints and what was tried with them. */
@ApplicationScoped
class WebhookList {
    private static final SortKey AGE = SortKey.of("created_at", "w.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("webhook_id", "w.webhook_id", "uuid");
    private static final SortKey AT = SortKey.of("at", "a.at", "timestamptz");
    private static final SortKey ATTEMPT = SortKey.of("attempt_id", "a.attempt_id", "uuid");
    private static final String ONE = "select " + WebhookView.COLUMNS
            + " from procurement.webhook_endpoints w where w.tenant_id = $1 and w.webhook_id = $2";

    private final TenantDatabase database;

    @Inject
    WebhookList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<WebhookView>> find(Caller caller, Fields query) {
        return new ListQuery("webhooks", WebhookView.COLUMNS, "procurement.webhook_endpoints w")
                .where("w.tenant_id = ?", caller.tenant())
                .page(query)
                .descending(AGE, ID)
                .run(database, caller, query, WebhookView::of);
    }

    Uni<WebhookView> get(Caller caller, String id) {
        return database.read(caller, ONE, caller.tenant(), Webhooks.id(id))
                .map(Webhooks.NOT_FOUND::require)
                .map(WebhookView::of);
    }

    Uni<Slice<AttemptView>> attempts(Caller caller, String id, Fields query) {
        return new ListQuery("webhook-attempts", "a.*", "procurement.webhook_attempts a")
                .where("a.tenant_id = ?", caller.tenant())
                .where("a.webhook_id = ?", Webhooks.id(id))
                .within(Query.of(ONE, caller.tenant(), Webhooks.id(id)), Webhooks.NOT_FOUND)
                .page(query)
                .descending(AT, ATTEMPT)
                .run(database, caller, query, AttemptView::of);
    }
}
