package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Lines of the audit trail about what has no event of its own; a change with an event has its line from the platform.
 */
@ApplicationScoped
public class AuditTrail {

    /** Adds a line in the transaction of what it tells of. */
    public Uni<Void> add(UnitOfWork unit, Machine machine, String entity, String entityId, String action) {
        return unit.session()
                .createNativeQuery("""
                        insert into equipment_audit
                          (tenant_id, entity, entity_id, equipment_id, action, actor, at, request_id)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, machine.tenantId)
                .setParameter(2, entity)
                .setParameter(3, entityId)
                .setParameter(4, machine.equipmentId)
                .setParameter(5, action)
                .setParameter(6, unit.caller().subject())
                .setParameter(7, unit.now())
                .setParameter(8, unit.caller().requestId())
                .executeUpdate()
                .replaceWithVoid();
    }
}
