package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Words;

/** Which status a machine had from when to when. */
@ApplicationScoped
class StatusHistory {

    /** Closes the open period of the machine, if any, and opens one with its present status. */
    Uni<Void> turn(UnitOfWork unit, Machine machine, String reason) {
        return unit.session().flush().chain(() -> close(unit, machine)).chain(() -> open(unit, machine, reason));
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

    private static Uni<Void> open(UnitOfWork unit, Machine machine, String reason) {
        return unit.session()
                .createNativeQuery("""
                        insert into equipment_status_history
                          (tenant_id, history_id, equipment_id, status, from_at, reason, changed_by)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        """)
                .setParameter(1, machine.tenantId)
                .setParameter(2, Ids.uuid())
                .setParameter(3, machine.equipmentId)
                .setParameter(4, Words.of(machine.status))
                .setParameter(5, unit.now())
                .setParameter(6, reason)
                .setParameter(7, unit.caller().subject())
                .executeUpdate()
                .replaceWithVoid();
    }
}
