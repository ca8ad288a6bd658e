package org.quartermaster.equipment.geofence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.alert.RuleAlerts;
import org.quartermaster.equipment.geofence.shape.Area;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Finds out who is in a zone that was drawn, moved or taken away. Nobody crossed a border by that, so it makes neither
 * events of machines nor alerts; those of a zone that is no more end.
 */
@ApplicationScoped
class Roundup {
    private static final int PAGE = 10_000;
    private static final String PLACED = """
            select equipment_id, current_lat::float8 as lat, current_lon::float8 as lon from equipment
            where tenant_id = $1 and equipment_id > $2 and deleted_at is null and current_position_at is not null
              and ($3::text[] is null or equipment_id = any ($3))
              and current_lat between $4 and $5 and current_lon between $6 and $7
            order by equipment_id limit %d
            """.formatted(PAGE);
    /** In the order in which samples write presence. */
    private static final String LOCK = """
            select from geofence_presence where tenant_id = $1 and zone_id = $2 order by equipment_id for update
            """;

    private static final String ENTER = """
            insert into geofence_presence (tenant_id, zone_id, equipment_id, inside, since)
            select e.tenant_id, $2, e.equipment_id, true, e.current_position_at from equipment e
            where e.tenant_id = $1 and e.equipment_id = any ($3) order by e.equipment_id
            on conflict (tenant_id, zone_id, equipment_id) do update set candidate_count = 0,
              since = case when geofence_presence.inside then geofence_presence.since else excluded.since end,
              inside = true
            """;

    private static final String LEAVE = """
            delete from geofence_presence where tenant_id = $1 and zone_id = $2 and not (equipment_id = any ($3))
            """;
    private static final String UNRESOLVED = """
            select a.equipment_id, a.dedupe_key from equipment_alerts a
            left join alert_rules r on r.tenant_id = a.tenant_id and r.rule_id = a.rule_id
            where a.tenant_id = $1 and a.state <> 'resolved' and a.kind = 'geofence'
              and (a.dedupe_key = $2 or $4 and r.settings ->> 'zone_id' = $3)
            order by a.equipment_id
            """;

    private final RuleAlerts alerts;

    @Inject
    Roundup(RuleAlerts alerts) {
        this.alerts = alerts;
    }

    Uni<Void> settle(UnitOfWork unit, Geofence zone) {
        var inside = new ArrayList<String>();
        var found = zone.active && zone.deletedAt == null
                ? collect(unit, zone, zone.area(), "", inside)
                : Uni.createFrom().voidItem();
        return found.chain(() -> unit.run(LOCK, unit.caller().tenant(), zone.zoneId))
                .chain(() -> unit.run(LEAVE, unit.caller().tenant(), zone.zoneId, inside.toArray(String[]::new)))
                .chain(() -> inside.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : unit.run(ENTER, unit.caller().tenant(), zone.zoneId, inside.toArray(String[]::new))
                                .replaceWithVoid());
    }

    private Uni<Void> collect(UnitOfWork unit, Geofence zone, Area area, String after, List<String> inside) {
        return unit.run(
                        PLACED,
                        unit.caller().tenant(),
                        after,
                        zone.equipmentIds,
                        zone.south,
                        zone.north,
                        zone.west,
                        zone.east)
                .chain(rows -> {
                    Row last = null;
                    for (var row : rows) {
                        last = row;
                        if (area.contains(row.getDouble("lat"), row.getDouble("lon"))) {
                            inside.add(row.getString("equipment_id"));
                        }
                    }
                    return rows.size() < PAGE
                            ? Uni.createFrom().voidItem()
                            : collect(unit, zone, area, last.getString("equipment_id"), inside);
                });
    }

    /** Ends the alerts that the zone itself told of, and with {@code all} those of rules about it too. */
    Uni<Void> endAlerts(UnitOfWork unit, Geofence zone, boolean all) {
        return unit.run(UNRESOLVED, unit.caller().tenant(), CrossingAlerts.builtIn(zone.zoneId), zone.zoneId, all)
                .chain(rows -> alerts.clearAll(unit, rows));
    }
}
