package org.quartermaster.catalog.classification;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.db.Sql;

/** The mapping from CPV to UNSPSC, over a connection of the role that may change it. */
final class CpvMappingTable {
    private static final String READ = "select cpv_prefix, unspsc_code, weight, source from catalog.cpvunspscmapping";
    private static final String SAVE = """
            insert into catalog.cpvunspscmapping (cpv_prefix, unspsc_code, weight, source)
            select cpv_prefix, unspsc_code, weight, source
            from unnest(?, ?, ?, ?) as n (cpv_prefix, unspsc_code, weight, source)
            on conflict (cpv_prefix, unspsc_code) do update set weight = excluded.weight, source = excluded.source
            """;
    private static final String DELETE = """
            delete from catalog.cpvunspscmapping m using unnest(?, ?) as n (cpv_prefix, unspsc_code)
            where m.cpv_prefix = n.cpv_prefix and m.unspsc_code = n.unspsc_code
            """;

    private final Connection connection;

    CpvMappingTable(Connection connection) {
        this.connection = connection;
    }

    /** A row as it is kept; the weight without trailing zeros. */
    record Kept(String cpvPrefix, String unspscCode, BigDecimal weight, String source) {
        String key() {
            return cpvPrefix + '/' + unspscCode;
        }
    }

    Map<String, Kept> read() throws SQLException {
        var rows = new HashMap<String, Kept>();
        Sql.query(connection, READ, row -> {
            var kept = new Kept(
                    row.getString(1), row.getString(2), row.getBigDecimal(3).stripTrailingZeros(), row.getString(4));
            return rows.put(kept.key(), kept);
        });
        return rows;
    }

    void save(List<Kept> rows) throws SQLException {
        Sql.update(
                connection,
                SAVE,
                connection.createArrayOf(
                        "text", rows.stream().map(Kept::cpvPrefix).toArray()),
                connection.createArrayOf(
                        "text", rows.stream().map(Kept::unspscCode).toArray()),
                connection.createArrayOf(
                        "numeric", rows.stream().map(Kept::weight).toArray()),
                connection.createArrayOf("text", rows.stream().map(Kept::source).toArray()));
    }

    void delete(List<Kept> rows) throws SQLException {
        Sql.update(
                connection,
                DELETE,
                connection.createArrayOf(
                        "text", rows.stream().map(Kept::cpvPrefix).toArray()),
                connection.createArrayOf(
                        "text", rows.stream().map(Kept::unspscCode).toArray()));
    }
}
