package org.quartermaster.equipment.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Sql;

/** The machines of all tenants that fell silent, and those of which an alert says so though they were heard since. */
@ApplicationScoped
class SilentMachines {
    /** NB: no index on the time of the last sample, as every sample would pay for it. */
    private static final String FALLEN = """
            with watched as (
              select tenant_id, equipment_id from equipment
              where deleted_at is null and silent_after_minutes is not null
              union
              select tenant_id, equipment_id from alert_rules
              where kind = 'silent' and enabled and equipment_id is not null and deleted_at is null
              union
              select e.tenant_id, e.equipment_id from alert_rules r join equipment e on e.tenant_id = r.tenant_id
              where r.kind = 'silent' and r.enabled and r.equipment_id is null and r.raise_at is not null
                and r.deleted_at is null
            )
            select e.tenant_id, e.equipment_id, '' from watched w
            join equipment e on e.tenant_id = w.tenant_id and e.equipment_id = w.equipment_id
            left join alert_rules m on m.tenant_id = e.tenant_id and m.equipment_id = e.equipment_id
              and m.kind = 'silent' and m.deleted_at is null
            left join alert_rules t on t.tenant_id = e.tenant_id and t.equipment_id is null
              and t.kind = 'silent' and t.deleted_at is null
            where e.deleted_at is null and e.status <> 'inactive'
              and e.last_seen_at < now() - make_interval(mins => cast(
                case when m.rule_id is not null then case when m.enabled then coalesce(m.raise_at, e.silent_after_minutes) end
                  when t.rule_id is not null then case when t.enabled then coalesce(e.silent_after_minutes, t.raise_at) end
                  else e.silent_after_minutes end as int))
              and not exists (select from equipment_alerts a
                where a.tenant_id = e.tenant_id and a.equipment_id = e.equipment_id and a.kind = 'silent'
                  and (a.state <> 'resolved' or a.resolution in ('done', 'skipped', 'false_alarm')
                    and cast(a.explanation ->> 'reading_at' as timestamptz) >= e.last_seen_at))
            limit 10000
            """;

    private static final String HEARD = """
            select a.tenant_id, a.equipment_id, a.dedupe_key from equipment_alerts a
            join equipment e on e.tenant_id = a.tenant_id and e.equipment_id = a.equipment_id
            where a.kind = 'silent' and a.state <> 'resolved' and e.last_seen_at > a.created_at
            limit 10000
            """;

    /** @param dedupeKey of the alert; empty where there is none yet */
    record Found(String tenant, String equipmentId, String dedupeKey) {}

    List<Found> fallen(Connection connection) throws SQLException {
        return Sql.query(connection, FALLEN, SilentMachines::found);
    }

    List<Found> heard(Connection connection) throws SQLException {
        return Sql.query(connection, HEARD, SilentMachines::found);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getString(1), row.getString(2), row.getString(3));
    }
}
