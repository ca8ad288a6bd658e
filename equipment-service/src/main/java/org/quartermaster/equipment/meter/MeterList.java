package org.quartermaster.equipment.meter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The meters of a machine, the newest first. */
@ApplicationScoped
class MeterList {
    private static final SortKey INSTALLED = SortKey.of("installed_at", "m.installed_at", "timestamptz");
    private static final SortKey ID = SortKey.of("meter_id", "m.meter_id", "text");

    private final TenantDatabase database;

    @Inject
    MeterList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<MeterView>> find(Caller caller, String equipmentId, Fields query) {
        var list = new ListQuery("meters", "m.*", "equipment_meters m").where("m.equipment_id = ?", equipmentId);
        query.word("kind", MeterKind.class).to(kind -> list.where("m.kind = ?", Words.of(kind)));
        var machine = MachinePresence.read(caller, query, equipmentId);
        return list.within(machine.query(), MachineRepository.NOT_FOUND)
                .page(query)
                .descending(INSTALLED, ID)
                .run(database, caller, query, row -> MeterView.of(MeterTable.read(row)));
    }
}
