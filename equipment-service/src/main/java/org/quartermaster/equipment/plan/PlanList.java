package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Plans as they are read. */
@ApplicationScoped
class PlanList {
    private static final SortKey ID = SortKey.of("plan_id", "p.plan_id", "text");
    private static final List<SortKey> SORTS = List.of(
            SortKey.nullable("next_due_at", "p.next_due_at", "timestamptz"),
            SortKey.of("created_at", "p.created_at", "timestamptz"));
    private static final String FROM = "maintenance_plans p";

    private final TenantDatabase database;

    @Inject
    PlanList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<PlanView>> find(Caller caller, Fields query) {
        var list = new ListQuery("plans", "p.*", FROM).where("p.deleted_at is null");
        query.text("equipment_id", 1, 50).to(id -> list.where("p.equipment_id = ?", id));
        return list.words("p.state", query.words("state", PlanState.class))
                .words("p.stage", query.words("stage", DueStage.class))
                .words("p.maintenance_type", query.words("maintenance_type", MaintenanceType.class))
                .page(query)
                .sort(query, SORTS, "next_due_at", ID)
                .run(database, caller, query, row -> PlanView.of(PlanRepository.read(row)));
    }

    Uni<PlanView> get(Caller caller, String planId) {
        var sql = "select p.* from " + FROM + " where p.plan_id = $1 and p.deleted_at is null";
        return database.read(caller, sql, planId)
                .map(PlanRepository.NOT_FOUND::require)
                .map(PlanRepository::read)
                .map(PlanView::of);
    }
}
