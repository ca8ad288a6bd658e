package org.quartermaster.equipment.samples;

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

/** The samples of one machine, a page at a time. */
@ApplicationScoped
class SampleList {
    private static final SortKey RECORDED = SortKey.of("recorded_at", "t.recorded_at", "timestamptz");
    private static final SortKey KEY = SortKey.of("sample_key", "t.sample_key", "uuid");
    static final int USUAL_LIMIT = 100;
    static final int MAX_LIMIT = 10_000;

    private final TenantDatabase database;

    @Inject
    SampleList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<Measured>> find(Caller caller, String equipmentId, Fields query) {
        var list =
                new ListQuery("telemetry", SampleView.SELECT, SampleView.FROM).where("t.equipment_id = ?", equipmentId);
        var machine = MachinePresence.read(caller, query, equipmentId);
        list.between(query, "t.recorded_at");
        var order = query.word("order", Order.class).or(Order.NEWEST);
        return list.within(machine.query(), MachineRepository.NOT_FOUND)
                .page(query, USUAL_LIMIT, MAX_LIMIT)
                .chronological(RECORDED, KEY, order == Order.NEWEST)
                .uncounted()
                .run(database, caller, query, SampleView::of);
    }
}
