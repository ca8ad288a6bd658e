package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Fault reports as they are read. */
@ApplicationScoped
class FaultList {
    private static final SortKey ID = SortKey.of("fault_id", "f.fault_id", "text");
    private static final List<SortKey> SORTS = List.of(
            SortKey.of("created_at", "f.created_at", "timestamptz"),
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

    private final TenantDatabase database;

    @Inject
    FaultList(TenantDatabase database) {
        this.database = database;
    }

    /** The newest first unless sorted otherwise. */
    Uni<Slice<FaultView>> find(Caller caller, Fields query) {
        var list = new ListQuery("faults", "f.*", FROM);
        list.words("f.status", query.words("status", FaultStatus.class))
                .words("f.severity", query.words("severity", Priority.class));
        query.text("equipment_id", 1, 50).to(id -> list.where("f.equipment_id = ?", id));
        return list.page(query)
                .sort(query, SORTS, "-created_at", ID)
                .run(database, caller, query, row -> FaultView.of(FaultRepository.read(row)));
    }

    Uni<FaultView> get(Caller caller, String faultId) {
        return database.read(caller, "select f.* from " + FROM + " where f.fault_id = $1", faultId)
                .map(FaultRepository.NOT_FOUND::require)
                .map(FaultRepository::read)
                .map(FaultView::of);
    }
}
