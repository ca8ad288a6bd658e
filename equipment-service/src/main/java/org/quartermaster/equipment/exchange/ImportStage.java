package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.equipment.machine.MachineNames;
import org.quartermaster.equipment.machine.MachineOutcome;
import org.quartermaster.equipment.machine.MachineRow;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.rest.Json;

/** The checked rows of imports: kept until they are written, with what became of each. */
@ApplicationScoped
class ImportStage {
    private final SystemConnection database;

    @Inject
    ImportStage(SystemConnection database) {
        this.database = database;
    }

    /** The names that earlier rows of the file have taken. */
    MachineNames taken(JobRun run, MachineNames asked) {
        var sql = """
            select equipment_id, serial_key, vin_key, qr_code from equipment_import_rows
            where job_id = $1 and (equipment_id = any ($2) or serial_key = any ($3) or vin_key = any ($4)
              or qr_code = any ($5))
            """;
        var taken = MachineNames.none();
        for (var row : run.read(
                sql,
                run.id(),
                array(asked.ids()),
                array(asked.serials()),
                array(asked.vins()),
                array(asked.qrCodes()))) {
            add(taken.ids(), row, "equipment_id");
            add(taken.serials(), row, "serial_key");
            add(taken.vins(), row, "vin_key");
            add(taken.qrCodes(), row, "qr_code");
        }
        return taken;
    }

    private static String[] array(Set<String> names) {
        return names.toArray(String[]::new);
    }

    private static void add(Set<String> names, Row row, String column) {
        if (row.getString(column) != null) {
            names.add(row.getString(column));
        }
    }

    Uni<Integer> add(UnitOfWork unit, String job, ArrayNode rows) {
        return unit.session()
                .createNativeQuery("""
                    insert into equipment_import_rows
                      (tenant_id, job_id, line, equipment_id, serial_key, vin_key, qr_code, content, outcome)
                    select ?2, ?3, r.line, r.equipment_id, r.serial_key, r.vin_key, r.qr_code, r.content, r.outcome
                    from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r (line bigint, equipment_id text,
                      serial_key text, vin_key text, qr_code text, content text, outcome text)
                    """)
                .setParameter(1, rows.toString())
                .setParameter(2, unit.caller().tenant())
                .setParameter(3, job)
                .executeUpdate();
    }

    static String content(MachineRow row) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("values", row.values());
        json.set("metadata", row.metadata());
        row.cleared().forEach(json.putArray("cleared")::add);
        return json.toString();
    }

    /** The next rows after the given line that wait to be written. */
    Uni<List<MachineRow>> waiting(UnitOfWork unit, String job, long after, int limit) {
        return unit.session()
                .createNativeQuery("""
                    select line, equipment_id, content from equipment_import_rows
                    where tenant_id = ?1 and job_id = ?2 and line > ?3 and outcome is null order by line limit ?4
                    """, Tuple.class)
                .setParameter(1, unit.caller().tenant())
                .setParameter(2, job)
                .setParameter(3, after)
                .setParameter(4, limit)
                .getResultList()
                .map(found -> found.stream().map(ImportStage::row).toList());
    }

    private static MachineRow row(Tuple tuple) {
        var content = Json.stored(tuple.get("content", String.class));
        var cleared = new ArrayList<String>();
        content.path("cleared").forEach(key -> cleared.add(key.textValue()));
        return new MachineRow(
                tuple.get("line", Long.class),
                tuple.get("equipment_id", String.class),
                (ObjectNode) content.get("values"),
                (ObjectNode) content.get("metadata"),
                cleared);
    }

    /** To be called in the transaction of the effect. */
    Uni<Integer> settle(UnitOfWork unit, String job, Map<Long, MachineOutcome> outcomes) {
        var rows = JsonNodeFactory.instance.arrayNode();
        outcomes.forEach((line, outcome) -> rows.addObject().put("line", line).put("outcome", Words.of(outcome)));
        return mark(unit, job, rows);
    }

    Uni<Integer> fail(UnitOfWork unit, String job, long line) {
        var rows = JsonNodeFactory.instance.arrayNode();
        rows.addObject().put("line", line).put("outcome", "failed");
        return mark(unit, job, rows);
    }

    private static Uni<Integer> mark(UnitOfWork unit, String job, ArrayNode rows) {
        return unit.session()
                .createNativeQuery("""
                    update equipment_import_rows s set outcome = r.outcome
                    from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r (line bigint, outcome text)
                    where s.tenant_id = ?2 and s.job_id = ?3 and s.line = r.line
                    """)
                .setParameter(1, rows.toString())
                .setParameter(2, unit.caller().tenant())
                .setParameter(3, job)
                .executeUpdate();
    }

    /** How many rows came to which end; those that wait are counted under {@code waiting}. */
    Uni<ObjectNode> counts(UnitOfWork unit, String job) {
        return unit.session()
                .createNativeQuery("""
                    select coalesce(outcome, 'waiting') as outcome, count(*) as n from equipment_import_rows
                    where tenant_id = ?1 and job_id = ?2 group by 1
                    """, Tuple.class)
                .setParameter(1, unit.caller().tenant())
                .setParameter(2, job)
                .getResultList()
                .map(ImportStage::counts);
    }

    private static ObjectNode counts(Collection<Tuple> found) {
        var counts = JsonNodeFactory.instance.objectNode();
        found.forEach(tuple -> counts.put(tuple.get("outcome", String.class), ((Number) tuple.get("n")).longValue()));
        return counts;
    }

    Uni<Integer> clear(UnitOfWork unit, String job) {
        return unit.session()
                .createNativeQuery("delete from equipment_import_rows where tenant_id = ?1 and job_id = ?2")
                .setParameter(1, unit.caller().tenant())
                .setParameter(2, job)
                .executeUpdate();
    }

    /** Forgets the rows of imports that ended, however they did. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        try (var connection = database.open()) {
            Sql.update(connection, """
                delete from equipment_import_rows r using platform.job j
                where j.tenant_id = r.tenant_id and j.job_id = r.job_id and j.finished_at is not null
                """);
        }
    }
}
