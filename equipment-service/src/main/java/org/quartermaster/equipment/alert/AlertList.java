package org.quartermaster.equipment.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
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

    Uni<Slice<AlertView>> find(Caller caller, Fields query) {
        var list = new ListQuery("alerts", AlertRepository.SELECT, AlertRepository.FROM);
        filter(query, list);
        list.page(query, USUAL_LIMIT, MAX_LIMIT).order(ORDER, ID);
        return list.run(
                database,
                caller,
                query,
                row -> AlertView.of(AlertRepository.read(row)),
                list.countWhere("a.is_overdue"));
    }

    private static void filter(Fields query, ListQuery list) {
        states(query, list);
        list.words("a.priority", query.words("priority", Priority.class))
                .words("a.kind", query.words("kind", AlertKind.class))
                .words("a.maintenance_type", query.words("maintenance_type", MaintenanceType.class));
        query.text("equipment_id", 0, 50).to(id -> list.where("a.equipment_id = ?", id));
        if (query.bool("overdue_only").or(false)) {
            list.where("a.is_overdue");
        }
    }

    private static void states(Fields query, ListQuery list) {
        var given = query.texts("state");
        if (given.equals(List.of("all"))) {
            return;
        }
        var states = given.isEmpty()
                ? List.of(AlertState.OPEN, AlertState.ACKNOWLEDGED)
                : query.words("state", AlertState.class);
        list.words("a.state", states);
        if (!states.isEmpty() && !states.contains(AlertState.RESOLVED)) {
            // Says to the planner that the index of the unresolved will do.
            list.where("a.state <> 'resolved'");
        }
    }

    Uni<AlertDetail> get(Caller caller, String id) {
        var alert = Query.of(
                "select " + AlertRepository.SELECT + " from " + AlertRepository.FROM + " where a.alert_id = $1", id);
        return database.readAll(caller, List.of(alert, Query.of(AlertLog.OF_ALERT, id)))
                .map(results -> {
                    var found = AlertRepository.NOT_FOUND.require(results.get(0));
                    var log = new ArrayList<AlertDetail.Entry>();
                    results.get(1).forEach(row -> log.add(AlertLog.read(row)));
                    return new AlertDetail(AlertView.of(AlertRepository.read(found)), log);
                });
    }
}
