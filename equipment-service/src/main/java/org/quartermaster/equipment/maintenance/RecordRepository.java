package org.quartermaster.equipment.maintenance;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Maintenance records in the database. */
@ApplicationScoped
class RecordRepository implements PanacheRepositoryBase<MaintenanceRecord, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "record_not_found");
    static final String SELECT = """
            r.*,
            (select c.record_id from equipment_maintenance c where c.tenant_id = r.tenant_id
              and c.corrects_record_id = r.record_id order by c.seq desc limit 1) as corrected_by,
            (select cast(coalesce(json_agg(json_build_object('line_no', p.line_no, 'name', p.name, 'sku', p.sku,
                'quantity', p.quantity, 'unit', p.unit, 'unit_cost', p.unit_cost, 'currency', p.currency,
                'recommendation_id', p.recommendation_id) order by p.line_no), '[]') as text)
              from maintenance_parts p
              where p.tenant_id = r.tenant_id and p.record_id = r.record_id) as parts
            """;
    static final String FROM = "equipment_maintenance r";

    private static final Rows<MaintenanceRecord> ROWS = Rows.of(MaintenanceRecord.class, MaintenanceRecord::new);

    private final DatabaseJson json;

    @Inject
    RecordRepository(DatabaseJson json) {
        this.json = json;
    }

    static MaintenanceRecord read(Row row) {
        var record = ROWS.read(row);
        record.correctedBy = text(row, "corrected_by");
        record.parts = text(row, "parts");
        return record;
    }

    private static String text(Row row, String column) {
        return row.getColumnIndex(column) < 0 ? null : row.getString(column);
    }

    /** Which machine to lock before the record is read. */
    Uni<String> machineOf(String recordId) {
        return find("select equipmentId from MaintenanceRecord where recordId = ?1", recordId)
                .project(String.class)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** A record that may be corrected; 409 for one that is voided or was corrected before. */
    Uni<MaintenanceRecord> inForce(String recordId) {
        return findById(recordId)
                .invoke(record -> {
                    if (record.voided) {
                        throw Problem.of(ProblemType.INVALID_TRANSITION, "voided");
                    }
                })
                .call(record -> count("correctsRecordId", recordId).invoke(n -> {
                    if (n > 0) {
                        throw Problem.of(ProblemType.INVALID_TRANSITION, "corrected");
                    }
                }));
    }

    /** The records of a machine that are neither voided nor corrected. */
    Uni<List<MaintenanceRecord>> allInForce(String equipmentId) {
        return list(
                "equipmentId = ?1 and not voided and recordId not in"
                        + " (select c.correctsRecordId from MaintenanceRecord c"
                        + " where c.equipmentId = ?1 and c.correctsRecordId is not null)",
                equipmentId);
    }

    /** The head of the machine's chain, or null. */
    Uni<MaintenanceRecord> last(String equipmentId) {
        return find("equipmentId = ?1 order by seq desc", equipmentId).firstResult();
    }

    /** Adds a link of the chain with its parts. NB: the machine must be locked. */
    Uni<Void> add(UnitOfWork unit, RecordFields.Given given) {
        given.record().parts = json.text(given.parts());
        return persistAndFlush(given.record()).chain(() -> parts(unit, given.record()));
    }

    private static Uni<Void> parts(UnitOfWork unit, MaintenanceRecord record) {
        return unit.session()
                .createNativeQuery("""
                        insert into maintenance_parts (tenant_id, record_id, line_no, name, sku, quantity, unit,
                          unit_cost, currency, recommendation_id)
                        select ?1, ?2, line_no, name, sku, quantity, unit, unit_cost, currency, recommendation_id
                        from jsonb_to_recordset(cast(cast(?3 as text) as jsonb)) as part (line_no smallint, name text,
                          sku text, quantity numeric, unit text, unit_cost numeric, currency text,
                          recommendation_id text)
                        """)
                .setParameter(1, record.tenantId)
                .setParameter(2, record.recordId)
                .setParameter(3, record.parts)
                .executeUpdate()
                .replaceWithVoid();
    }
}
