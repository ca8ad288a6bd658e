package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Plans as they are read. */
@ApplicationScoped
class PlanList {
    private static final SortKey ID = SortKey.of("plan_id", "p.plan_id", "text");
    private static final SortKey DUE = SortKey.nullable("next_due_at", "p.next_due_at", "timestamptz");
    private static final List<SortKey> SORTS = List.of(DUE, SortKey.of("created_at", "p.created_at", "timestamptz"));
    private static final String FROM = "maintenance_plans p";
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final TenantDatabase database;

    @Inject
    PlanList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Page<PlanView>> find(Caller caller, Fields query) {
        var list = new ListQuery("plans", "p.*", FROM).where("p.deleted_at is null");
        query.text("equipment_id", 1, 50).to(id -> list.where("p.equipment_id = ?", id));
        words(list, "p.state", query.words("state", PlanState.class));
        words(list, "p.stage", query.words("stage", DueStage.class));
        words(list, "p.maintenance_type", query.words("maintenance_type", MaintenanceType.class));
        list.page(query, USUAL_LIMIT, MAX_LIMIT).sort(query, SORTS, List.of(DUE), ID);
        return list.run(database, caller, query, row -> PlanView.of(PlanRepository.read(row)));
    }

    private static void words(ListQuery list, String column, List<? extends Enum<?>> words) {
        if (!words.isEmpty()) {
            list.where(column + " = any (?)", (Object)
                    words.stream().map(Words::of).toArray(String[]::new));
        }
    }

    Uni<PlanView> get(Caller caller, String planId) {
        var sql = "select p.* from " + FROM + " where p.plan_id = $1 and p.deleted_at is null";
        return database.read(caller, sql, planId).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.of(PlanRepository.NOT_FOUND);
            }
            return PlanView.of(PlanRepository.read(rows.iterator().next()));
        });
    }
}
