package org.quartermaster.equipment.machine;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/** Machines in the database: locked for a change, or read in one round trip. */
@ApplicationScoped
public class MachineRepository implements PanacheRepositoryBase<Machine, String> {
    public static final ProblemType NOT_FOUND = new ProblemType(404, "equipment_not_found");

    private static final Rows<Machine> ROWS = Rows.of(Machine.class, Machine::new);
    private static final String DERIVED = """
            (select count(*) from equipment_alerts a where a.tenant_id = e.tenant_id
              and a.equipment_id = e.equipment_id and a.state <> 'resolved') as open_alerts,
            (select p.photo_id from equipment_photos p where p.tenant_id = e.tenant_id
              and p.equipment_id = e.equipment_id and p.is_primary and p.deleted_at is null) as primary_photo_id,
            (select cast(json_build_object('plan_id', p.plan_id, 'maintenance_type', p.maintenance_type,
                'due_at', to_char(p.next_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'due_hours', p.next_due_hours, 'due_km', p.next_due_km,
                'forecast_due_at', to_char(p.forecast_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'stage', p.stage) as text)
              from maintenance_plans p where p.tenant_id = e.tenant_id and p.equipment_id = e.equipment_id
                and p.state = 'active' and p.deleted_at is null
              order by array_position(array['overdue', 'due', 'due_soon', 'ok'], cast(p.stage as text)),
                least(p.next_due_at, p.forecast_due_at), p.plan_id limit 1) as next_due
            """;
    static final String SELECT = "e.*, " + DERIVED;
    static final String FROM = "equipment e";

    private final TenantDatabase database;

    @Inject
    MachineRepository(TenantDatabase database) {
        this.database = database;
    }

    static Machine read(Row row) {
        return ROWS.read(row);
    }

    /** One machine that is not deleted, by the given column. */
    Uni<Machine> readBy(Caller caller, String column, String value, boolean withDeleted) {
        var sql = "select " + SELECT + " from " + FROM + " where e." + column + " = $1"
                + (withDeleted ? "" : " and e.deleted_at is null");
        return database.read(caller, sql, value).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.of(NOT_FOUND);
            }
            return read(rows.iterator().next());
        });
    }

    /** The machines of the given ids as they are in this transaction, by id; detached. */
    public Uni<Map<String, Machine>> readAll(UnitOfWork unit, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var sql = "select " + SELECT + " from " + FROM + " where e.equipment_id = any ($1)";
        return unit.run(sql, (Object) ids.toArray(String[]::new)).map(rows -> {
            var found = new HashMap<String, Machine>();
            rows.forEach(row -> found.put(row.getString("equipment_id"), read(row)));
            return found;
        });
    }

    /** Locks a machine that is not deleted, so that its changes and their events stand in one order. */
    public Uni<Machine> lock(String id) {
        return find("equipmentId = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** As {@link #lock}; null where there is none. */
    public Uni<Machine> lockIfThere(String id) {
        return find("equipmentId = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** As {@link #lock}, for a machine that may be deleted. */
    Uni<Machine> lockAny(String id) {
        return find("equipmentId", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** Writes what is pending and fills what the view derives from other tables. */
    public Uni<Machine> derive(UnitOfWork unit, Machine machine) {
        return unit.session()
                .flush()
                .chain(() -> unit.session()
                        .createNativeQuery(
                                "select " + DERIVED + " from " + FROM + " where e.equipment_id = ?1", Tuple.class)
                        .setParameter(1, machine.equipmentId)
                        .getSingleResult())
                .map(row -> {
                    machine.openAlerts = ((Number) row.get("open_alerts")).longValue();
                    machine.primaryPhotoId = (String) row.get("primary_photo_id");
                    machine.nextDue = (String) row.get("next_due");
                    return machine;
                });
    }
}
