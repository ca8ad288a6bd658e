package org.quartermaster.equipment.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The audit entries of a machine, its plans, alerts, records and meters. */
@ApplicationScoped
class HistoryList {
    private static final SortKey AT = SortKey.of("at", "h.at", "timestamptz");
    private static final SortKey ID = SortKey.of("audit_id", "h.audit_id", "uuid");
    private static final String SELECT = """
            h.audit_id, h.at, h.entity, h.entity_id, h.action, h.actor, h.request_id, h.changed,
            cast(h.before as text) as before, cast(h.after as text) as after
            """;

    private final TenantDatabase database;

    @Inject
    HistoryList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<HistoryEntry>> find(Caller caller, String equipmentId, Fields query) {
        var list = new ListQuery("history", SELECT, "equipment_audit h").where("h.equipment_id = ?", equipmentId);
        query.text("entity", 1, 50).to(entity -> list.where("h.entity = ?", entity));
        query.text("action", 1, 40).to(action -> list.where("h.action = ?", action));
        var machine = MachinePresence.read(caller, query, equipmentId);
        return list.within(machine.query(), MachineRepository.NOT_FOUND)
                .between(query, "h.at")
                .page(query)
                .descending(AT, ID)
                .run(database, caller, query, HistoryEntry::of);
    }
}
