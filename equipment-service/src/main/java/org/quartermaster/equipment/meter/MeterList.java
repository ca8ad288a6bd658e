package org.quartermaster.equipment.meter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The meters of a machine, the newest first. */
@ApplicationScoped
class MeterList {
    private static final SortKey INSTALLED = SortKey.of("installed_at", "m.installed_at", "timestamptz");
    private static final SortKey ID = SortKey.of("meter_id", "m.meter_id", "text");
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final TenantDatabase database;

    @Inject
    MeterList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Page<MeterView>> find(Caller caller, String equipmentId, Fields query) {
        var list = new ListQuery("meters", "m.*", "equipment_meters m").where("m.equipment_id = ?", equipmentId);
        query.word("kind", MeterKind.class).to(kind -> list.where("m.kind = ?", Words.of(kind)));
        list.page(query, USUAL_LIMIT, MAX_LIMIT).descending(INSTALLED, ID);
        var machine = Query.of("select 1 from equipment where equipment_id = $1 and deleted_at is null", equipmentId);
        return list.run(database, caller, query, row -> MeterView.of(MeterTable.read(row)), machine)
                .invoke(page -> {
                    if (page.extras().get(0).size() == 0) {
                        throw Problem.of(MachineRepository.NOT_FOUND);
                    }
                });
    }
}
