package org.quartermaster.equipment.rule;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.ProblemType;

/** Rules in the database. */
@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<AlertRule, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "rule_not_found");

    private static final Rows<AlertRule> ROWS = Rows.of(AlertRule.class, AlertRule::new);
    private static final String FOR_MACHINES = """
            select * from alert_rules where tenant_id = $1 and deleted_at is null and %s
              and (equipment_id is null or equipment_id = any ($2)) order by created_at, rule_id
            """;

    static AlertRule read(Row row) {
        return ROWS.read(row);
    }

    /** The rules about samples that the tenant, or one of the machines, has; those switched off too. */
    static Query aboutSamples(UnitOfWork unit, List<String> machines) {
        return Query.of(
                FOR_MACHINES.formatted("kind <> 'geofence'"), unit.caller().tenant(), machines.toArray(String[]::new));
    }

    /** As above, those about zones. */
    static Query aboutZones(UnitOfWork unit, List<String> machines) {
        return Query.of(
                FOR_MACHINES.formatted("kind = 'geofence'"), unit.caller().tenant(), machines.toArray(String[]::new));
    }

    static List<AlertRule> rules(RowSet<Row> rows) {
        var rules = new ArrayList<AlertRule>();
        rows.forEach(row -> rules.add(read(row)));
        return rules;
    }

    /** Locks a rule. NB: "for no key update", as an alert that is being raised holds a share of its rule's key. */
    Uni<AlertRule> lock(UnitOfWork unit, String id) {
        return unit.run("""
                        select rule_id from alert_rules
                        where tenant_id = $1 and rule_id = $2 and deleted_at is null for no key update
                        """, unit.caller().tenant(), id)
                .invoke(NOT_FOUND::require)
                .chain(() -> findById(id));
    }

    Uni<Boolean> knowsZone(UnitOfWork unit, String zoneId) {
        return knows(
                unit, "select from geofences where tenant_id = $1 and zone_id = $2 and deleted_at is null", zoneId);
    }

    /** NB: without a lock, as alerts of other machines may have to be ended, and machines are locked by their ids. */
    Uni<Boolean> knowsMachine(UnitOfWork unit, String equipmentId) {
        return knows(
                unit,
                "select from equipment where tenant_id = $1 and equipment_id = $2 and deleted_at is null",
                equipmentId);
    }

    private static Uni<Boolean> knows(UnitOfWork unit, String sql, String id) {
        return unit.run(sql, unit.caller().tenant(), id).map(rows -> rows.size() > 0);
    }
}
