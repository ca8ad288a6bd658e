package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
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

    /** One machine by its id. */
    Uni<Machine> read(Caller caller, String id, boolean withDeleted) {
        return one(caller, "e.equipment_id = $1" + (withDeleted ? "" : " and e.deleted_at is null"), id);
    }

    /** One machine that is not deleted, by its QR code, else by its live scan token. */
    Uni<Machine> readByLabel(Caller caller, String code) {
        return one(caller, """
                e.deleted_at is null and e.equipment_id = coalesce(
                  (select q.equipment_id from equipment q where q.qr_code = $1 and q.deleted_at is null),
                  (select s.equipment_id from scan_tokens s where s.token = $1 and s.revoked_at is null))
                """, code);
    }

    private Uni<Machine> one(Caller caller, String condition, String value) {
        return database.read(caller, "select " + SELECT + " from " + FROM + " where " + condition, value)
                .map(NOT_FOUND::require)
                .map(MachineRepository::read);
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

    /** Locks those of the machines that are not deleted, in the order of their ids, as everybody does. */
    public Uni<List<Machine>> lockAll(Collection<String> ids) {
        return find("equipmentId in ?1 and deletedAt is null order by equipmentId", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** As {@link #lockAll}; 422 for the first of {@code equipment_ids} that is no machine of the tenant. */
    public Uni<List<Machine>> lockListed(List<String> ids) {
        return lockAll(ids).invoke(found -> {
            var known = found.stream().map(machine -> machine.equipmentId).collect(Collectors.toSet());
            for (var i = 0; i < ids.size(); i++) {
                if (!known.contains(ids.get(i))) {
                    throw Problem.invalid("equipment_ids[" + i + "]", NOT_FOUND.code());
                }
            }
        });
    }

    /** The {@code equipment_ids} of a request, each once; errors are noted. */
    public static List<String> listed(Fields fields, int max) {
        var ids = fields.texts("equipment_ids");
        if (ids.size() > max) {
            fields.error("equipment_ids", "less_than_equal", max);
        }
        if (ids.isEmpty() && fields.has("equipment_ids")) {
            fields.error("equipment_ids", "missing");
        }
        return ids.stream().distinct().toList();
    }

    /** As {@link #lock}; null where there is none. */
    public Uni<Machine> lockIfThere(String id) {
        return find("equipmentId = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Locks the machine that is a vehicle of vehicle-service; null where there is none. */
    Uni<Machine> lockByAsset(String assetId) {
        return find("vehicleAssetId = ?1 and deletedAt is null", assetId)
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
                .map(row -> derived(machine, row));
    }

    /** As {@link #derive}, for many machines in one query. */
    Uni<Void> deriveAll(UnitOfWork unit, Collection<Machine> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var byId = new HashMap<String, Machine>();
        var ids = JsonNodeFactory.instance.arrayNode();
        all.forEach(machine -> {
            byId.put(machine.equipmentId, machine);
            ids.add(machine.equipmentId);
        });
        var sql =
                "select e.equipment_id, " + DERIVED + " from " + FROM + " where e.tenant_id = ?2 and e.equipment_id in"
                        + " (select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))";
        return unit.session()
                .flush()
                .chain(() -> unit.session()
                        .createNativeQuery(sql, Tuple.class)
                        .setParameter(1, ids.toString())
                        .setParameter(2, unit.caller().tenant())
                        .getResultList())
                .invoke(rows -> rows.forEach(row -> derived(byId.get((String) row.get("equipment_id")), row)))
                .replaceWithVoid();
    }

    private static Machine derived(Machine machine, Tuple row) {
        machine.openAlerts = ((Number) row.get("open_alerts")).longValue();
        machine.primaryPhotoId = (String) row.get("primary_photo_id");
        machine.nextDue = (String) row.get("next_due");
        return machine;
    }

    /** Machines that any of the ids, serial numbers, VINs or QR codes names; of deleted ones only by QR code. */
    public Uni<List<Machine>> readNamed(Caller caller, MachineNames names) {
        var sql = "select e.* from " + FROM + " where e.qr_code = any ($4) or e.deleted_at is null and"
                + " (e.equipment_id = any ($1) or e.serial_key = any ($2) or e.vin_key = any ($3))";
        return database.read(caller, sql, names.parameters()).map(rows -> {
            var found = new ArrayList<Machine>();
            rows.forEach(row -> found.add(read(row)));
            return found;
        });
    }
}
