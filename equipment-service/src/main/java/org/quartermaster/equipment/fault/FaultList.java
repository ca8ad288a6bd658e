package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Fault reports as they are read. */
@ApplicationScoped
class FaultList {
    private static final SortKey CREATED = SortKey.of("created_at", "f.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("fault_id", "f.fault_id", "text");
    private static final List<SortKey> SORTS = List.of(
            CREATED,
            SortKey.of("updated_at", "f.updated_at", "timestamptz"),
            SortKey.of(
                    "severity",
                    "array_position(array['low', 'medium', 'high', 'critical'], cast(f.severity as text))",
                    "int"),
            SortKey.of(
                    "status",
                    "array_position(array['open', 'acknowledged', 'in_progress', 'resolved', 'closed'],"
                            + " cast(f.status as text))",
                    "int"));
    private static final String FROM = "fault_reports f";
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final TenantDatabase database;

    @Inject
    FaultList(TenantDatabase database) {
        this.database = database;
    }

    /** The newest first unless sorted otherwise. */
    Uni<Page<FaultView>> find(Caller caller, Fields query) {
        var list = new ListQuery("faults", "f.*", FROM);
        words(list, "f.status", query.words("status", FaultStatus.class));
        words(list, "f.severity", query.words("severity", Priority.class));
        query.text("equipment_id", 1, 50).to(id -> list.where("f.equipment_id = ?", id));
        list.page(query, USUAL_LIMIT, MAX_LIMIT);
        if (query.has("sort")) {
            list.sort(query, SORTS, List.of(), ID);
        } else {
            list.descending(CREATED, ID);
        }
        return list.run(database, caller, query, row -> FaultView.of(FaultRepository.read(row)));
    }

    private static void words(ListQuery list, String column, List<? extends Enum<?>> words) {
        if (!words.isEmpty()) {
            list.where(column + " = any (?)", (Object)
                    words.stream().map(Words::of).toArray(String[]::new));
        }
    }

    Uni<FaultView> get(Caller caller, String faultId) {
        return database.read(caller, "select f.* from " + FROM + " where f.fault_id = $1", faultId)
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.of(FaultRepository.NOT_FOUND);
                    }
                    return FaultView.of(FaultRepository.read(rows.iterator().next()));
                });
    }
}
