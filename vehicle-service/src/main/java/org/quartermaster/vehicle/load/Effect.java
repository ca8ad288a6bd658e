package org.quartermaster.vehicle.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.db.Sql;

/**
 * What became of one record that was merged.
 *
 * @param rowNo number of the record in its file
 * @param lotNumber of its lot, as stored
 * @param effect what it did to the lot
 */
public record Effect(int rowNo, String lotNumber, String vinRaw, String verdict, List<String> codes, String effect) {
    private static final String ALL = """
            select d.row_no, d.lot_external_id, i.vin_raw, d.verdict, i.codes || d.codes as codes, d.effect
            from decided d join incoming i on i.row_no = d.row_no
            order by d.row_no
            """;

    static List<Effect> all(Connection connection) throws SQLException {
        return Sql.query(
                connection,
                ALL,
                row -> new Effect(
                        row.getInt("row_no"),
                        row.getString("lot_external_id"),
                        row.getString("vin_raw"),
                        row.getString("verdict"),
                        List.of((String[]) row.getArray("codes").getArray()),
                        row.getString("effect")));
    }
}
