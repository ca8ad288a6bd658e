package org.quartermaster.equipment.geofence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Zones in the database. */
@ApplicationScoped
class GeofenceRepository implements PanacheRepositoryBase<Geofence, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "zone_not_found");

    private static final Rows<Geofence> ROWS = Rows.of(Geofence.class, Geofence::new);

    static Geofence read(Row row) {
        return ROWS.read(row);
    }

    /** Locks a zone. NB: "for no key update", as presence that is being written holds a share of the zone's key. */
    Uni<Geofence> lock(UnitOfWork unit, String id) {
        return unit.run("""
                        select zone_id from geofences
                        where tenant_id = $1 and zone_id = $2 and deleted_at is null for no key update
                        """, unit.caller().tenant(), id)
                .invoke(NOT_FOUND::require)
                .chain(() -> findById(id));
    }

    /** 422 for the first of the zone's machines that is none. */
    Uni<Void> requireMachines(UnitOfWork unit, Geofence zone) {
        if (zone.equipmentIds == null) {
            return Uni.createFrom().voidItem();
        }
        return unit.run("""
                        select equipment_id from equipment
                        where tenant_id = $1 and equipment_id = any ($2) and deleted_at is null
                        """, unit.caller().tenant(), zone.equipmentIds)
                .invoke(rows -> {
                    var known = new HashSet<String>();
                    rows.forEach(row -> known.add(row.getString(0)));
                    for (var i = 0; i < zone.equipmentIds.length; i++) {
                        if (!known.contains(zone.equipmentIds[i])) {
                            throw Problem.invalid("equipment_ids[" + i + "]", MachineRepository.NOT_FOUND.code());
                        }
                    }
                })
                .replaceWithVoid();
    }
}
