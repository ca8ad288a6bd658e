package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Refused samples as they are read, the newest first. */
@ApplicationScoped
class RejectList {
    private static final SortKey RECEIVED = SortKey.of("received_at", "r.received_at", "timestamptz");
    private static final SortKey PLACE = SortKey.of(
            "index", "(r.batch_id || '/' || lpad(cast(r.batch_position as text), 7, '0')) collate \"C\"", "text");

    private final TenantDatabase database;

    @Inject
    RejectList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<RejectView>> find(Caller caller, Fields query) {
        var list = new ListQuery("telemetry_rejects", RejectView.SELECT, "telemetry_rejects r");
        query.text("equipment_id", 1, 50).to(id -> list.where("(r.equipment_id = ? or r.equipment_ref = ?)", id, id));
        query.text("batch_id", 1, 50).to(id -> list.where("r.batch_id = ?", id));
        list.between(query, "coalesce(r.recorded_at, r.received_at)");
        query.bool("retried").to(retried -> list.where("(r.retried_at is not null) = ?", retried));
        return list.page(query).descending(RECEIVED, PLACE).run(database, caller, query, RejectView::of);
    }
}
