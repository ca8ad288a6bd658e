package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Maintenance records as they are read. */
@ApplicationScoped
class RecordList {
    private static final SortKey PERFORMED = SortKey.of("performed_at", "r.performed_at", "timestamptz");
    private static final SortKey ID = SortKey.of("record_id", "r.record_id", "text");
    private static final String IN_FORCE = """
            not r.voided and not exists (select from equipment_maintenance c
              where c.tenant_id = r.tenant_id and c.corrects_record_id = r.record_id)
            """;
    private static final int USUAL_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final TenantDatabase database;

    @Inject
    RecordList(TenantDatabase database) {
        this.database = database;
    }

    Uni<Slice<RecordView>> find(Caller caller, String equipmentId, Fields query) {
        var list = new ListQuery("maintenance", RecordRepository.SELECT, RecordRepository.FROM)
                .where("r.equipment_id = ?", equipmentId);
        list.words("r.maintenance_type", query.words("maintenance_type", MaintenanceType.class))
                .between(query, "r.performed_at");
        if (!query.bool("include_corrected").or(false)) {
            list.where(IN_FORCE);
        }
        var machine = MachinePresence.read(caller, query, equipmentId);
        return list.within(machine.query(), MachineRepository.NOT_FOUND)
                .page(query, USUAL_LIMIT, MAX_LIMIT)
                .descending(PERFORMED, ID)
                .run(database, caller, query, row -> RecordView.of(RecordRepository.read(row)));
    }

    Uni<RecordView> get(Caller caller, String recordId) {
        var sql = "select " + RecordRepository.SELECT + " from " + RecordRepository.FROM
                + " join equipment e on e.tenant_id = r.tenant_id and e.equipment_id = r.equipment_id"
                + " where r.record_id = $1 and e.deleted_at is null";
        return database.read(caller, sql, recordId)
                .map(RecordRepository.NOT_FOUND::require)
                .map(RecordRepository::read)
                .map(RecordView::of);
    }

    Uni<HashChain.Verdict> verify(Caller caller, String equipmentId) {
        var records = Query.of("select * from equipment_maintenance where equipment_id = $1 order by seq", equipmentId);
        return database.readAll(caller, List.of(new MachinePresence(equipmentId, false).query(), records))
                .map(results -> {
                    MachineRepository.NOT_FOUND.require(results.get(0));
                    var chain = new ArrayList<MaintenanceRecord>();
                    results.get(1).forEach(row -> chain.add(RecordRepository.read(row)));
                    return HashChain.verify(chain);
                });
    }
}
