package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Sql;

/**
 * The order of the file for a record that is replayed: of two with one lot number and one time the first wins, also where
 * it was usable only later. The other one becomes what it would have been then: a duplicate, and a conflict.
 */
final class Precedence {
    private static final String DISPLACED = """
            create temporary table displaced on commit drop as
            select l.id as lot_id, w.row_no, l.source_row_no as other_row
            from (
              select distinct on (lot_external_id) lot_external_id, row_no, source_updated_at, row_hash from incoming
              where verdict <> 'quarantine'
              order by lot_external_id, source_updated_at desc, row_no
            ) w
            cross join this_load t
            join vehicle.lots l on l.lot_external_id = w.lot_external_id
            where l.source_file_id = t.file_id and w.row_no < l.source_row_no
              and w.source_updated_at = l.source_updated_at and w.row_hash <> l.row_hash
            """;

    private static final String CONFLICT = """
            insert into audit.upsert_conflicts (lot_id, file_id, row_no, kind, existing, incoming, record)
            select l.id, t.file_id, p.other_row, 'two_rows_in_file',
              (select jsonb_object_agg(key, value -> 1) from jsonb_each(differing.pairs)),
              (select jsonb_object_agg(key, value -> 0) from jsonb_each(differing.pairs)),
              to_jsonb(l) || jsonb_build_object('row_no', p.other_row, 'verdict', 'ok', 'codes', jsonb_build_array(),
                'status', case when l.auction_date is null then 'unscheduled' else 'active' end)
            from displaced p
            join incoming i on i.row_no = p.row_no
            join vehicle.lots l on l.id = p.lot_id
            cross join this_load t
            cross join lateral (select %s as pairs) differing
            """.formatted(LotColumns.difference(LotColumns.VALUES));

    private static final String ROW = """
            update raw.rows r set effect = 'duplicate', verdict = 'flag',
              codes = r.codes || array(
                select unnest(array['duplicate_lot_in_file', 'conflict_same_time']) except select unnest(r.codes))
            from displaced p
            cross join this_load t
            join raw.csv_files f on f.file_id = t.file_id
            where r.file_id = t.file_id and r.row_no = p.other_row and r.ingested_at = f.ingested_at
            """;

    private static final String TIMELESS_VEHICLE = """
            update vehicle.vehicles v set source_updated_at = null
            from displaced p
            cross join this_load t
            join incoming i on i.row_no = p.row_no
            where v.vin = i.vin and v.source_file_id = t.file_id and v.source_row_no > p.row_no
              and v.source_updated_at = i.source_updated_at
            """;

    private static final String TIMELESS_LOT = """
            update vehicle.lots l set source_updated_at = null from displaced p where l.id = p.lot_id
            """;

    private Precedence() {}

    /** Makes lots timeless whose record stands behind one that came in, which then counts as newer. */
    static void restore(Connection connection) throws SQLException {
        for (var step : List.of(DISPLACED, CONFLICT, ROW, TIMELESS_VEHICLE, TIMELESS_LOT)) {
            Sql.update(connection, step);
        }
    }
}
