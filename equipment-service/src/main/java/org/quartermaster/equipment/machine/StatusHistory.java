package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;

/** Which status a machine had from when to when. */
@ApplicationScoped
class StatusHistory {

    /** Closes the open period of the machine, if any, and opens one with its present status. */
    Uni<Void> turn(UnitOfWork unit, Machine machine, String reason) {
        return unit.session().flush().chain(() -> close(unit, machine)).chain(() -> open(unit, machine, reason));
    }

    /** As {@link #turn}, for many machines that are written already. */
    Uni<Void> turnAll(UnitOfWork unit, List<Machine> machines) {
        if (machines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return many(unit, """
            update equipment_status_history h set to_at = greatest(h.from_at, ?2)
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r (equipment_id text)
            where h.equipment_id = r.equipment_id and h.to_at is null and h.tenant_id = ?3
            """, machines).executeUpdate().chain(() -> openAll(unit, machines));
    }

    /** The first period of machines that are new and written already. */
    Uni<Void> openAll(UnitOfWork unit, List<Machine> machines) {
        if (machines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return many(unit, """
            insert into equipment_status_history
              (tenant_id, history_id, equipment_id, status, from_at, changed_by)
            select ?3, r.history_id, r.equipment_id, r.status, ?2, ?4
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
              as r (history_id uuid, equipment_id text, status text)
            """, machines)
                .setParameter(4, unit.caller().subject())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery many(UnitOfWork unit, String sql, List<Machine> machines) {
        var rows = JsonNodeFactory.instance.arrayNode();
        machines.forEach(machine -> rows.addObject()
                .put("history_id", Ids.uuid().toString())
                .put("equipment_id", machine.equipmentId)
                .put("status", Words.of(machine.status)));
        return unit.session()
                .createNativeQuery(sql)
                .setParameter(1, rows.toString())
                .setParameter(2, unit.now())
                .setParameter(3, unit.caller().tenant());
    }

    private static Uni<Integer> close(UnitOfWork unit, Machine machine) {
        return unit.session()
                .createNativeQuery("""
                        update equipment_status_history set to_at = greatest(from_at, ?1)
                        where equipment_id = ?2 and to_at is null
                        """)
                .setParameter(1, unit.now())
                .setParameter(2, machine.equipmentId)
                .executeUpdate();
    }

    /** Opens a period; the first one of a new machine. */
    Uni<Void> open(UnitOfWork unit, Machine machine, String reason) {
        return unit.run(
                        """
                        insert into equipment_status_history
                          (tenant_id, history_id, equipment_id, status, from_at, reason, changed_by)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """,
                        machine.tenantId,
                        Ids.uuid(),
                        machine.equipmentId,
                        Words.of(machine.status),
                        Columns.time(unit.now()),
                        reason,
                        unit.caller().subject())
                .replaceWithVoid();
    }
}
