package org.quartermaster.equipment.geofence;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.geofence.shape.Bounds;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** Who is in which zone, and the comings and goings, for many machines at once. */
final class PresenceTable {
    private PresenceTable() {}

    /** A machine in a zone. */
    record Pair(String equipmentId, String zoneId) {}

    /** How a machine stands to a zone. */
    record Stored(boolean inside, Instant since, int candidates) {
        static final Stored NOTHING = new Stored(false, null, 0);
    }

    /** What is to be kept of a machine and a zone. */
    record Kept(Pair pair, Presence presence) {}

    /** The live zones that the positions may be in, and those in which the machines were seen. */
    static Query zones(UnitOfWork unit, Bounds around, List<String> machines) {
        return Query.of(
                """
                select z.* from geofences z where z.tenant_id = $1 and z.active and z.deleted_at is null
                  and (z.south <= $3 and z.north >= $2 and z.west <= $5 and z.east >= $4
                    or exists (select from geofence_presence p where p.tenant_id = $1 and p.zone_id = z.zone_id
                      and p.equipment_id = any ($6)))
                """,
                unit.caller().tenant(),
                around.south(),
                around.north(),
                around.west(),
                around.east(),
                machines.toArray(String[]::new));
    }

    static Query of(UnitOfWork unit, List<String> machines) {
        return Query.of("""
                select equipment_id, zone_id, inside, since, candidate_count from geofence_presence
                where tenant_id = $1 and equipment_id = any ($2)
                """, unit.caller().tenant(), machines.toArray(String[]::new));
    }

    static Map<Pair, Stored> read(RowSet<Row> rows) {
        var stored = new HashMap<Pair, Stored>();
        rows.forEach(row -> stored.put(
                new Pair(row.getString("equipment_id"), row.getString("zone_id")),
                new Stored(
                        row.getBoolean("inside"),
                        Columns.instant(row.getOffsetDateTime("since")),
                        row.getInteger("candidate_count"))));
        return stored;
    }

    /** NB: in the order of machine and zone, so that no two writers wait for each other. */
    static Query save(UnitOfWork unit, List<Kept> kept) {
        var rows = new Columns<>(kept);
        return Query.of(
                """
                insert into geofence_presence (tenant_id, zone_id, equipment_id, inside, since, candidate_count)
                select $1, s.* from unnest($2::text[], $3::text[], $4::bool[], $5::timestamptz[], $6::int[])
                  as s (zone_id, equipment_id, inside, since, candidates) order by s.equipment_id, s.zone_id
                on conflict (tenant_id, zone_id, equipment_id) do update
                  set inside = excluded.inside, since = excluded.since, candidate_count = excluded.candidate_count
                """,
                unit.caller().tenant(),
                rows.texts(each -> each.pair().zoneId()),
                rows.texts(each -> each.pair().equipmentId()),
                rows.booleans(each -> each.presence().isInside()),
                rows.times(each -> each.presence().since()),
                rows.integers(each -> each.presence().candidates()));
    }

    static Query drop(UnitOfWork unit, List<Pair> gone) {
        var rows = new Columns<>(gone);
        return Query.of("""
                delete from geofence_presence p using unnest($2::text[], $3::text[]) as s (zone_id, equipment_id)
                where p.tenant_id = $1 and p.zone_id = s.zone_id and p.equipment_id = s.equipment_id
                """, unit.caller().tenant(), rows.texts(Pair::zoneId), rows.texts(Pair::equipmentId));
    }

    static Query log(UnitOfWork unit, List<GeofenceCrossing> crossings) {
        var rows = new Columns<>(crossings);
        return Query.of(
                """
                insert into geofence_events (tenant_id, zone_id, equipment_id, event, at, lat, lon)
                select $1, s.* from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::float8[],
                  $7::float8[]) as s
                on conflict do nothing
                """,
                unit.caller().tenant(),
                rows.texts(GeofenceCrossing::zoneId),
                rows.texts(GeofenceCrossing::equipmentId),
                rows.texts(each -> Words.of(each.event())),
                rows.times(GeofenceCrossing::at),
                rows.doubles(GeofenceCrossing::lat),
                rows.doubles(GeofenceCrossing::lon));
    }
}
