package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.machine.MaintenanceType;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Words;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Maintenance records as they are read. */
@ApplicationScoped
class RecordList {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "record_not_found");
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

    Uni<Page<RecordView>> find(Caller caller, String equipmentId, Fields query) {
        var list = new ListQuery("maintenance", RecordRepository.SELECT, RecordRepository.FROM)
                .where("r.equipment_id = ?", equipmentId);
        var types = query.words("maintenance_type", MaintenanceType.class);
        if (!types.isEmpty()) {
            list.where("r.maintenance_type = any (?)", (Object)
                    types.stream().map(Words::of).toArray(String[]::new));
        }
        query.time("from").to(from -> list.where("r.performed_at >= ?", from.atOffset(ZoneOffset.UTC)));
        query.time("to").to(to -> list.where("r.performed_at < ?", to.atOffset(ZoneOffset.UTC)));
        if (!query.bool("include_corrected").or(false)) {
            list.where(IN_FORCE);
        }
        list.page(query, USUAL_LIMIT, MAX_LIMIT).descending(PERFORMED, ID);
        var machine = machine(equipmentId, deleted(caller, query));
        return list.run(database, caller, query, row -> RecordView.of(RecordRepository.read(row)), machine)
                .invoke(page -> requireMachine(page.extras().get(0)));
    }

    private static boolean deleted(Caller caller, Fields query) {
        var deleted = query.bool("include_deleted").or(false);
        if (deleted && !caller.is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return deleted;
    }

    private static Query machine(String equipmentId, boolean withDeleted) {
        return Query.of(
                "select 1 from equipment where equipment_id = $1 and ($2 or deleted_at is null)",
                equipmentId,
                withDeleted);
    }

    private static void requireMachine(RowSet<Row> found) {
        if (found.size() == 0) {
            throw Problem.of(MachineRepository.NOT_FOUND);
        }
    }

    Uni<RecordView> get(Caller caller, String recordId) {
        var sql = "select " + RecordRepository.SELECT + " from " + RecordRepository.FROM
                + " join equipment e on e.tenant_id = r.tenant_id and e.equipment_id = r.equipment_id"
                + " where r.record_id = $1 and e.deleted_at is null";
        return database.read(caller, sql, recordId).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.of(NOT_FOUND);
            }
            return RecordView.of(RecordRepository.read(rows.iterator().next()));
        });
    }

    Uni<HashChain.Verdict> verify(Caller caller, String equipmentId) {
        var records = Query.of("select * from equipment_maintenance where equipment_id = $1 order by seq", equipmentId);
        return database.readAll(caller, List.of(machine(equipmentId, false), records))
                .map(results -> {
                    requireMachine(results.get(0));
                    var chain = new ArrayList<MaintenanceRecord>();
                    results.get(1).forEach(row -> chain.add(RecordRepository.read(row)));
                    return HashChain.verify(chain);
                });
    }
}
