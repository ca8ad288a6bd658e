package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;

/**
 * Writes a record that contradicted its lot over it: by the statements of a merge, with the lot and its vehicle made
 * timeless before, so that the record counts as newer.
 */
public final class Overwrite {
    private static final String INCOMING = """
            insert into incoming
            select (jsonb_populate_record(cast(null as incoming), c.record)).* from audit.upsert_conflicts c
            where c.id = ?
            """;
    private static final String TIMELESS_LOT = """
            update vehicle.lots l set source_updated_at = null
            from incoming i where l.lot_external_id = i.lot_external_id
            """;
    private static final String TIMELESS_VEHICLE = """
            update vehicle.vehicles v set source_updated_at = null
            from incoming i where v.vin = i.vin and v.source_updated_at = i.source_updated_at
            """;
    private static final String ROW = """
            update raw.rows r set effect = d.effect
            from decided d
            cross join this_load t
            join raw.csv_files f on f.file_id = t.file_id
            where r.file_id = t.file_id and r.row_no = d.row_no and r.ingested_at = f.ingested_at
            """;

    private Overwrite() {}

    /**
     * Writes within the caller's transaction.
     *
     * @param order of the file that the record came from; its time is that of the events
     * @param conflict number of the conflict, whose record is not older than its lot
     */
    public static void run(Connection connection, LoadOrder order, long conflict) throws SQLException {
        order.begin(connection);
        Sql.update(connection, INCOMING, conflict);
        Sql.update(connection, TIMELESS_LOT);
        Sql.update(connection, TIMELESS_VEHICLE);
        Sql.update(connection, Judging.DECIDED);
        Sql.update(connection, Judging.FLAGGED);
        var tally = new Tally();
        tally.judge(connection);
        Merging.run(connection, tally);
        Sql.update(connection, Report.VIN_CONFLICTS);
        Sql.update(connection, Report.MAKE_CONFLICTS);
        Sql.update(connection, ROW);
        Merging.settle(connection);
    }
}
