package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;

/** The set-based merge of the judged records into vehicles and lots. */
final class Merging {
    /** Those that would write nothing stay out, because {@code on conflict} locks their rows too. */
    private static final String VEHICLES = """
            with written as (
              insert into vehicle.vehicles as v (vin, vin_raw, make, model, model_detail, year, trim, body, fuel,
                transmission, drive, engine, color, vehicle_type, odometer_value, odometer_unit, odometer_brand,
                cylinders, vin_kind, vin_check, wmi, decoded_year, is_removed, source_updated_at, source_file_id,
                source_row_no)
              select n.vin, n.vin_raw, n.make, n.model_group, n.model_detail, n.year, n.trim, n.body_style, n.fuel,
                n.transmission, n.drive, n.engine, n.color, n.vehicle_type, n.odometer, n.odometer_unit,
                n.odometer_brand, n.cylinders, n.vin_kind, n.vin_check, n.wmi, n.decoded_year, n.is_suppressed
                  and exists (select from vehicle.removals r where r.vin = n.vin and r.restored_at is null),
                n.source_updated_at, t.file_id, n.row_no
              from (
                select distinct on (i.vin) i.*, d.is_suppressed
                from incoming i
                join decided d on d.row_no = i.row_no
                where d.effect in ('inserted', 'updated', 'touched') and i.vin is not null
                order by i.vin, i.source_updated_at desc, i.row_no
              ) n
              cross join this_load t
              left join vehicle.vehicles e on e.vin = n.vin
              where e.vin is null or e.source_updated_at is null or n.source_updated_at > e.source_updated_at
              order by n.vin
              on conflict (vin) do update set
                vin_raw = coalesce(excluded.vin_raw, v.vin_raw),
                make = coalesce(excluded.make, v.make), model = coalesce(excluded.model, v.model),
                model_detail = coalesce(excluded.model_detail, v.model_detail),
                year = coalesce(excluded.year, v.year), trim = coalesce(excluded.trim, v.trim),
                body = coalesce(excluded.body, v.body), fuel = coalesce(excluded.fuel, v.fuel),
                transmission = coalesce(excluded.transmission, v.transmission),
                drive = coalesce(excluded.drive, v.drive), engine = coalesce(excluded.engine, v.engine),
                color = coalesce(excluded.color, v.color),
                vehicle_type = coalesce(excluded.vehicle_type, v.vehicle_type),
                odometer_value = coalesce(excluded.odometer_value, v.odometer_value),
                odometer_unit = coalesce(excluded.odometer_unit, v.odometer_unit),
                odometer_brand = coalesce(excluded.odometer_brand, v.odometer_brand),
                cylinders = coalesce(excluded.cylinders, v.cylinders),
                vin_kind = coalesce(excluded.vin_kind, v.vin_kind),
                vin_check = coalesce(excluded.vin_check, v.vin_check),
                wmi = coalesce(excluded.wmi, v.wmi), decoded_year = coalesce(excluded.decoded_year, v.decoded_year),
                source_updated_at = excluded.source_updated_at, source_file_id = excluded.source_file_id,
                source_row_no = excluded.source_row_no, updated_at = now()
              where v.source_updated_at is null or excluded.source_updated_at > v.source_updated_at
              returning xmax = 0 as is_new
            )
            select count(*) filter (where is_new), count(*) filter (where not is_new) from written
            """;

    /** What the timeline will say, read before the lots are changed. */
    private static final String CHANGES = """
            create temporary table changed on commit drop as
            select l.id as lot_id, i.row_no, difference.kind, difference.changes
            from decided d
            join incoming i on i.row_no = d.row_no
            join vehicle.lots l on l.id = d.lot_id
            cross join lateral %s
            where d.effect = 'updated' and difference.changes <> '{}'
              and (difference.kind <> 'status_change' or l.status in ('unscheduled', 'active') and not l.is_removed)
            """.formatted(LotColumns.differences());

    /**
     * The seed's rule, to the letter; a record without a usable VIN leaves the lot's. A lot that is not listed stays
     * so: whether it has come back is a question of snapshots, not of source times.
     */
    private static final String LOTS = """
            with written as (
              insert into vehicle.lots as l (lot_external_id, source, status, is_removed, first_seen_at, previous_lot_id,
                relist_count, row_hash, source_file_id, source_row_no, %s, source_updated_at)
              select i.lot_external_id, t.source, case when d.is_suppressed then 'removed' else i.status end,
                d.is_suppressed, t.snapshot_at, d.previous_lot_id, d.relist_count, i.row_hash, t.file_id, i.row_no, %s,
                i.source_updated_at
              from decided d
              join incoming i on i.row_no = d.row_no
              cross join this_load t
              where d.effect in ('inserted', 'updated', 'touched')
              order by i.lot_external_id
              on conflict (lot_external_id) do update set %s,
                status = case when l.status in ('unscheduled', 'active') and not excluded.is_removed then excluded.status
                  else l.status end,
                first_seen_at = least(l.first_seen_at, excluded.first_seen_at), row_hash = excluded.row_hash,
                source_file_id = excluded.source_file_id, source_row_no = excluded.source_row_no,
                source_updated_at = excluded.source_updated_at, updated_at = now()
              where l.source_updated_at is null or excluded.source_updated_at > l.source_updated_at
              returning l.make, l.model_group, l.year, l.status, l.is_removed, l.xmax = 0 as is_new
            )
            insert into moved
            select make, model_group, year, count(*), count(*) filter (where status in ('unscheduled', 'active'))
            from written where is_new and not is_removed
            group by make, model_group, year
            """.formatted(
            LotColumns.each(name -> name), LotColumns.each(name -> "i." + name), LotColumns.each(Merging::assignment));

    /** Where the new lots stand, for what is told of them below. */
    private static final String NEW_LOTS = """
            update decided d set lot_id = l.id from vehicle.lots l
            where d.effect = 'inserted' and l.lot_external_id = d.lot_external_id
              and (d.previous_lot_id is not null or d.codes <> '{}')
            """;

    private static final String EVENTS = """
            insert into audit.lot_events (lot_id, kind, at, changes, file_id, row_no)
            select c.lot_id, c.kind, t.snapshot_at, c.changes, t.file_id, c.row_no from changed c cross join this_load t
            union all
            select d.lot_id, 'relisted', t.snapshot_at,
              jsonb_build_object('previous_lot_id', jsonb_build_array(null, d.previous_lot_id)), t.file_id, d.row_no
            from decided d cross join this_load t where d.previous_lot_id is not null
            """;

    private Merging() {}

    /**
     * Ends a merge: removed vehicles stay removed, and the numbers of lots by make and model are brought up to date.
     * NB: nothing after it may wait for a row, because who waits for its locks may hold one.
     */
    static void settle(Connection connection) throws SQLException {
        Sql.query(connection, Suppression.LOCK, row -> row.getBoolean(1));
        Sql.update(connection, Suppression.LOTS);
        Sql.update(connection, Suppression.VEHICLES);
        Recount.apply(connection);
    }

    private static String assignment(String column) {
        return column.equals("vin") ? "vin = coalesce(excluded.vin, l.vin)" : column + " = excluded." + column;
    }

    /** Merges what was decided, by the steps that have something to do; the numbers of new and of changed vehicles. */
    static long[] run(Connection connection, Tally tally) throws SQLException {
        if (!tally.has("inserted", "updated", "touched")) {
            return new long[2];
        }
        var vehicles = Sql.query(connection, VEHICLES, row -> new long[] {row.getLong(1), row.getLong(2)})
                .get(0);
        Sql.update(connection, CHANGES);
        if (tally.has("updated", "touched")) {
            Sql.update(connection, Recount.RENAMED);
        }
        Sql.update(connection, LOTS);
        if (tally.has("inserted") && tally.judgedWithCodes()) {
            Sql.update(connection, NEW_LOTS);
        }
        Sql.update(connection, EVENTS);
        return vehicles;
    }
}
