package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.SystemReads;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.operator.Operators;
import org.quartermaster.procurement.plan.Plan;

/** Plans, the subscription of an organization, and what the provider told. */
@ApplicationScoped
class BillingReads {
    private static final SortKey AGE = SortKey.of("created_at", "e.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("event_id", "e.event_id", "uuid");
    private static final String EVENTS = "procurement.billing_events e";

    private final TenantDatabase database;
    private final SystemReads all;
    private final Operators operator;

    @Inject
    BillingReads(TenantDatabase database, SystemReads all, Operators operator) {
        this.database = database;
        this.all = all;
        this.operator = operator;
    }

    /** All plans, the cheapest first. */
    record PlansView(List<Plan> items) {}

    Uni<Answer> plans() {
        return database.read(Caller.system("public"), "select * from procurement.plans order by rank")
                .map(rows -> new PlansView(plans(rows)))
                .map(view -> Answer.ok(view, ETags.of(1, view.toString())));
    }

    private static List<Plan> plans(RowSet<Row> rows) {
        var plans = new ArrayList<Plan>();
        rows.forEach(row -> plans.add(Plan.of(row)));
        return plans;
    }

    Uni<Answer> subscription(Caller caller) {
        return database.read(caller, LiveRow.SQL, caller.tenant())
                .map(ProblemType.NOT_FOUND::require)
                .map(LiveRow::of)
                .map(live -> {
                    var view = SubscriptionView.of(live, Instant.now());
                    return Answer.ok(view, ETags.of(live.rv(), view.toString()));
                });
    }

    Uni<Slice<BillingEventView>> events(Caller caller, Fields query) {
        var list = new ListQuery("billing-events", "e.*", EVENTS).where("e.tenant_id = ?", caller.tenant());
        query.text("type", 1, 100).to(type -> list.where("e.event_type = ?", type));
        return list.pageByCursor(query).descending(AGE, ID).run(database, caller, query, BillingEventView::of);
    }

    Uni<Slice<InvoiceView>> invoices(Caller caller, Fields query) {
        return new ListQuery("invoices", "e.*", EVENTS)
                .where("e.tenant_id = ?", caller.tenant())
                .where("e.event_type in ('invoice.paid', 'invoice.payment_failed')")
                .where("e.status in ('applied', 'ignored_stale')")
                .pageByCursor(query)
                .descending(AGE, ID)
                .run(database, caller, query, InvoiceView::of);
    }

    /** Those that wait or failed, of all organizations; or those of the status that is asked for. */
    Uni<Slice<AdminBillingEventView>> ofAll(Caller caller, Fields query) {
        var list = new ListQuery("admin-billing-events", "e.*", EVENTS);
        var status = query.word("status", EventStatus.class);
        list.words("e.status", status.value() == null ? EventStatus.OPEN : List.of(status.value()));
        query.text("type", 1, 100).to(type -> list.where("e.event_type = ?", type));
        list.pageByCursor(query).descending(AGE, ID);
        return operator.require(caller).chain(() -> list.run(all, caller, query, AdminBillingEventView::of));
    }
}
