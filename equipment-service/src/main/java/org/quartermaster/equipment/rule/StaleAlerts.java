package org.quartermaster.equipment.rule;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.alert.RuleAlerts;
import org.quartermaster.equipment.alert.Standing.Key;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Ends the alerts of rules that are gone, switched off, or hidden by one that goes before them. */
@ApplicationScoped
class StaleAlerts {
    private static final String STALE = """
            select a.equipment_id, a.dedupe_key from equipment_alerts a
            left join alert_rules r on r.tenant_id = a.tenant_id and r.rule_id = a.rule_id
            where a.tenant_id = $1 and a.state <> 'resolved'
              and a.kind in ('low_fuel', 'fuel_drop', 'silent', 'geofence', 'threshold')
              and (r.deleted_at is not null or not r.enabled
                or r.equipment_id is null and exists (select from alert_rules o
                  where o.tenant_id = a.tenant_id and o.deleted_at is null and o.kind = a.kind
                    and o.rule_id is distinct from a.rule_id
                    and (o.equipment_id = a.equipment_id or o.equipment_id is null and a.rule_id is null)
                    and case a.kind when 'threshold' then o.measure = r.measure and o.direction = r.direction
                          when 'geofence' then o.settings ->> 'zone_id'
                            = coalesce(r.settings ->> 'zone_id', substr(a.dedupe_key, 10))
                          else true end))
            order by a.equipment_id
            """;
    private static final String OF_RULE = """
            select equipment_id, dedupe_key from equipment_alerts
            where tenant_id = $1 and rule_id = $2 and state <> 'resolved' order by equipment_id
            """;

    private final RuleAlerts alerts;
    private final MachineRepository machines;

    @Inject
    StaleAlerts(RuleAlerts alerts, MachineRepository machines) {
        this.alerts = alerts;
        this.machines = machines;
    }

    Uni<Void> end(UnitOfWork unit) {
        return end(unit, Query.of(STALE, unit.caller().tenant()));
    }

    /** Ends all alerts of a rule; the next samples raise those anew that still hold. */
    Uni<Void> endOf(UnitOfWork unit, String ruleId) {
        return end(unit, Query.of(OF_RULE, unit.caller().tenant(), ruleId));
    }

    private Uni<Void> end(UnitOfWork unit, Query query) {
        return unit.runAll(List.of(query)).map(found -> found.get(0)).chain(rows -> {
            var keys = new ArrayList<Key>();
            rows.forEach(row -> keys.add(new Key(row.getString(0), row.getString(1))));
            return keys.isEmpty() ? Uni.createFrom().voidItem() : endAll(unit, keys);
        });
    }

    private Uni<Void> endAll(UnitOfWork unit, List<Key> keys) {
        var ids = keys.stream().map(Key::equipmentId).distinct().toList();
        return machines.lockAll(ids).chain(found -> {
            var done = Uni.createFrom().voidItem();
            for (var key : keys) {
                if (found.stream().anyMatch(machine -> machine.equipmentId.equals(key.equipmentId()))) {
                    done = done.chain(() -> alerts.clear(unit, key));
                }
            }
            return done;
        });
    }
}
