package org.quartermaster.equipment.rule;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.equipment.alert.RuleAlerts;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Sql;

/** Ends the alerts of rules that are gone, switched off, or hidden by one that goes before them. */
@ApplicationScoped
class StaleAlerts {
    /** An unresolved alert {@code a} and its rule {@code r}, where the rule judges it no more. */
    private static final String STALE = """
            from equipment_alerts a
            left join alert_rules r on r.tenant_id = a.tenant_id and r.rule_id = a.rule_id
            where a.state <> 'resolved' and a.kind in ('low_fuel', 'fuel_drop', 'silent', 'geofence', 'threshold')
              and (r.deleted_at is not null or not r.enabled
                or r.equipment_id is null and exists (select from alert_rules o
                  where o.tenant_id = a.tenant_id and o.deleted_at is null and o.kind = a.kind
                    and o.rule_id is distinct from a.rule_id
                    and (o.equipment_id = a.equipment_id or o.equipment_id is null and a.rule_id is null)
                    and case a.kind when 'threshold' then o.measure = r.measure and o.direction = r.direction
                          when 'geofence' then o.settings ->> 'zone_id'
                            = coalesce(r.settings ->> 'zone_id', substr(a.dedupe_key, 10))
                          else true end)%s)
            """;

    private static final String OF_TENANT = "select a.equipment_id, a.dedupe_key "
            + STALE.formatted(" or a.rule_id = $2") + " and a.tenant_id = $1 order by a.equipment_id";

    /** NB: an alert may have been raised by a chunk that read the rule before it was changed. */
    private static final String TENANTS = "select distinct a.tenant_id " + STALE.formatted("")
            + " and a.tenant_id in (select tenant_id from alert_rules where updated_at > now() - interval '5 minutes')";

    private final RuleAlerts alerts;

    @Inject
    StaleAlerts(RuleAlerts alerts) {
        this.alerts = alerts;
    }

    /** The tenants that have such alerts, though their rules changed within the last minutes. */
    List<String> tenants(Connection connection) throws SQLException {
        return Sql.query(connection, TENANTS, row -> row.getString(1));
    }

    Uni<Void> end(UnitOfWork unit) {
        return end(unit, null);
    }

    /** Ends all alerts of a rule too; the next samples raise those anew that still hold. */
    Uni<Void> end(UnitOfWork unit, String ruleId) {
        return unit.run(OF_TENANT, unit.caller().tenant(), ruleId).chain(rows -> alerts.clearAll(unit, rows));
    }
}
