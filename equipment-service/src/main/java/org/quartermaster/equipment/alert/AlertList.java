package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.Links;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Alerts by urgency: overdue first, then priority, then the earliest date, then age. */
@ApplicationScoped
class AlertList {
    private static final List<SortKey> ORDER = List.of(
            SortKey.of("urgency", "a.list_rank", "smallint"),
            SortKey.of("due", "a.list_due_at", "timestamptz"),
            SortKey.of("created_at", "a.created_at", "timestamptz"));
    private static final SortKey ID = SortKey.of("alert_id", "a.alert_id", "text");
    private static final int USUAL_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final TenantDatabase database;

    @Inject
    AlertList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Response> find(Call call) {
        var query = call.query();
        var list = new ListQuery("alerts", AlertRepository.SELECT, AlertRepository.FROM);
        filter(query, list);
        list.page(query, USUAL_LIMIT, MAX_LIMIT).order(ORDER, ID);
        return list.run(
                        database,
                        call.caller(),
                        query,
                        row -> AlertView.of(AlertRepository.read(row)),
                        list.countWhere("a.is_overdue"))
                .map(page -> Response.ok(page(page))
                        .header("Link", Links.of(call, page))
                        .build());
    }

    private static AlertPage page(Page<AlertView> page) {
        var overdue = page.extras().get(0).iterator().next().getLong(0);
        return new AlertPage(
                page.items(), page.total(), Math.min(overdue, ListQuery.COUNTED), page.totalExact(), page.next());
    }

    private static void filter(Fields query, ListQuery list) {
        states(query, list);
        words(list, "a.priority", query.words("priority", Priority.class));
        words(list, "a.kind", query.words("kind", AlertKind.class));
        words(list, "a.maintenance_type", query.words("maintenance_type", MaintenanceType.class));
        query.text("equipment_id", 0, 50).to(id -> list.where("a.equipment_id = ?", id));
        if (query.bool("overdue_only").or(false)) {
            list.where("a.is_overdue");
        }
    }

    private static void states(Fields query, ListQuery list) {
        var given = query.texts("state");
        if (given.isEmpty()) {
            words(list, "a.state", List.of(AlertState.OPEN, AlertState.ACKNOWLEDGED));
        } else if (!given.equals(List.of("all"))) {
            words(list, "a.state", query.words("state", AlertState.class));
        }
    }

    private static void words(ListQuery list, String column, List<? extends Enum<?>> words) {
        if (words.isEmpty()) {
            return;
        }
        list.where(column + " = any (?)", (Object) words.stream().map(Words::of).toArray(String[]::new));
        if (column.equals("a.state") && !words.contains(AlertState.RESOLVED)) {
            // Says to the planner that the index of the unresolved will do.
            list.where("a.state <> 'resolved'");
        }
    }

    Uni<AlertDetail> get(Caller caller, String id) {
        var alert = Query.of(
                "select " + AlertRepository.SELECT + " from " + AlertRepository.FROM + " where a.alert_id = $1", id);
        return database.readAll(caller, List.of(alert, Query.of(AlertLog.OF_ALERT, id)))
                .map(results -> {
                    if (results.get(0).size() == 0) {
                        throw Problem.of(AlertRepository.NOT_FOUND);
                    }
                    var log = new ArrayList<AlertDetail.Entry>();
                    results.get(1).forEach(row -> log.add(AlertLog.read(row)));
                    return new AlertDetail(
                            AlertView.of(AlertRepository.read(
                                    results.get(0).iterator().next())),
                            log);
                });
    }
}
