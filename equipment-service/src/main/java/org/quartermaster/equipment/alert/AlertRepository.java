package org.quartermaster.equipment.alert;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Alerts in the database.
 * NB: a machine's row is locked before those of its alerts, everywhere, so that two writers never wait for each other.
 */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "alert_not_found");

    private static final Rows<Alert> ROWS = Rows.of(Alert.class, Alert::new);
    private static final String RECOMMENDATIONS = """
            (select cast(coalesce(json_agg(json_build_object('recommendation_id', r.recommendation_id,
                'line_no', r.line_no, 'kind', r.kind, 'sku', r.sku, 'name', r.name, 'name_ar', r.name_ar,
                'product_id', r.product_id, 'quantity', r.quantity, 'uom', r.uom, 'mandatory', r.mandatory,
                'unit_price', r.unit_price, 'currency', r.currency, 'in_stock', r.in_stock, 'reason', r.reason,
                'standards', r.standards) order by r.recommendation_id, r.line_no), '[]') as text)
              from alert_recommendations r where r.tenant_id = a.tenant_id and r.alert_id = a.alert_id)
              as recommendations
            """;
    private static final String DERIVED = "select a.alert_id, " + RECOMMENDATIONS + """
            , (select cast(p.required_parts as text) from maintenance_plans p
              where p.tenant_id = a.tenant_id and p.plan_id = a.plan_id) as required_parts
            from equipment_alerts a where a.alert_id = any ($1)
            """;
    static final String SELECT = "a.*, e.equipment_type, e.brand, e.model, e.serial_number, " + RECOMMENDATIONS;

    /** NB: a left join, because PostgreSQL leaves it out of a count. */
    static final String FROM =
            "equipment_alerts a left join equipment e on e.tenant_id = a.tenant_id and e.equipment_id = a.equipment_id";

    static Alert read(Row row) {
        return ROWS.read(row);
    }

    /** Locks an alert. */
    Uni<Alert> lock(String id) {
        return find("alertId", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** Locks the machine of an alert, deleted or not. */
    Uni<Machine> lockMachine(UnitOfWork unit, String alertId) {
        return unit.session()
                .createQuery("""
                        from Machine m
                        where m.equipmentId = (select a.equipmentId from Alert a where a.alertId = ?1)
                        """, Machine.class)
                .setParameter(1, alertId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** The latest alert of the key, resolved or not; null where there was none. */
    Uni<Alert> latest(String equipmentId, String dedupeKey) {
        return find("equipmentId = ?1 and dedupeKey = ?2 order by createdAt desc, alertId desc", equipmentId, dedupeKey)
                .page(0, 1)
                .firstResult();
    }

    /** As {@link #latest} for many machines, by machine; detached. */
    Uni<Map<String, Alert>> latest(UnitOfWork unit, Collection<String> machines, String dedupeKey) {
        return unit.run("""
                        select distinct on (equipment_id) * from equipment_alerts
                        where equipment_id = any ($1) and dedupe_key = $2
                        order by equipment_id, created_at desc, alert_id desc
                        """, machines.toArray(String[]::new), dedupeKey).map(rows -> {
            var latest = new HashMap<String, Alert>();
            rows.forEach(row -> latest.put(row.getString("equipment_id"), read(row)));
            return latest;
        });
    }

    Uni<List<Alert>> unresolved(String equipmentId) {
        return list("equipmentId = ?1 and state <> ?2 order by alertId", equipmentId, AlertState.RESOLVED);
    }

    /** The unresolved alerts of plans, at most one of each. */
    Uni<List<Alert>> unresolvedOfPlans(List<String> planIds) {
        return list("planId in ?1 and kind = ?2 and state <> ?3", planIds, AlertKind.MAINTENANCE, AlertState.RESOLVED);
    }

    /**
     * Writes new alerts in one round trip. NB: what else is pending is written before, as Hibernate Reactive mixes up
     * batched updates of different columns.
     */
    Uni<Void> insertAll(UnitOfWork unit, List<Alert> raised) {
        var session = unit.session();
        return session.flush()
                .chain(() -> persist(raised))
                .invoke(() -> session.setBatchSize(raised.size()))
                .chain(session::flush)
                .invoke(() -> session.setBatchSize(1));
    }

    /** Fills the parts that the plans of new alerts require. */
    Uni<Void> requireParts(UnitOfWork unit, List<Alert> raised) {
        var plans = raised.stream().map(alert -> alert.planId).toList();
        return unit.session()
                .createQuery(
                        "select p.planId, p.requiredParts from Plan p"
                                + " where p.planId in ?1 and p.requiredParts is not null",
                        Object[].class)
                .setParameter(1, plans)
                .getResultList()
                .invoke(rows -> rows.forEach(row -> raised.stream()
                        .filter(alert -> alert.planId.equals(row[0]))
                        .forEach(alert -> alert.requiredParts = (String) row[1])))
                .replaceWithVoid();
    }

    /** Fills what the view takes from the machine. */
    static Alert ofMachine(Machine machine, Alert alert) {
        alert.equipmentType = machine.equipmentType;
        alert.brand = machine.brand;
        alert.model = machine.model;
        alert.serialNumber = machine.serialNumber;
        return alert;
    }

    /** Fills what the view derives from the machine and other tables. */
    Uni<Alert> derive(UnitOfWork unit, Machine machine, Alert alert) {
        return deriveAll(unit, List.of(ofMachine(machine, alert))).replaceWith(alert);
    }

    /** Fills what the views derive from other tables than the machine. */
    Uni<Void> deriveAll(UnitOfWork unit, Collection<Alert> alerts) {
        if (alerts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var byId = alerts.stream().collect(Collectors.toMap(alert -> alert.alertId, Function.identity()));
        return unit.run(DERIVED, (Object) byId.keySet().toArray(String[]::new))
                .invoke(rows -> rows.forEach(row -> {
                    var alert = byId.get(row.getString("alert_id"));
                    var parts = row.getString("required_parts");
                    alert.recommendations = row.getString("recommendations");
                    alert.requiredParts = parts == null ? "[]" : parts;
                }))
                .replaceWithVoid();
    }
}
