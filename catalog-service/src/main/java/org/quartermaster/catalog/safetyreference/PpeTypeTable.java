package org.quartermaster.catalog.safetyreference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;

/** Kinds of protective equipment, over a connection of the role that may change them. */
final class PpeTypeTable {
    private static final String READ = "select cast(to_jsonb(p) as text) from catalog.ppetype p";
    private static final String SAVE = """
            insert into catalog.ppetype (code, name, unspsc_code, etim_class, osha_sections, consensus_family)
            select n.code, n.name, n.unspsc_code, n.etim_class, n.osha_sections, n.consensus_family
            from jsonb_populate_recordset(null::catalog.ppetype, cast(? as jsonb)) n
            on conflict (code) do update set name = excluded.name, unspsc_code = excluded.unspsc_code,
              etim_class = excluded.etim_class, osha_sections = excluded.osha_sections,
              consensus_family = excluded.consensus_family
            """;
    private static final String DELETE = """
            delete from catalog.ppetype where code = any (cast(? as text[])) and not catalog.is_cited('ppetype', code)
            """;

    private final Connection connection;
    private final DatabaseJson json;

    PpeTypeTable(Connection connection, DatabaseJson json) {
        this.connection = connection;
        this.json = json;
    }

    /** A row as it is kept. */
    record Kept(
            String code,
            String name,
            String unspscCode,
            String etimClass,
            List<String> oshaSections,
            String consensusFamily) {

        /** NB: what the file has no cell for stays as it is. */
        Kept orAsIn(Kept before) {
            return before == null
                    ? this
                    : new Kept(
                            code,
                            name,
                            unspscCode == null ? before.unspscCode : unspscCode,
                            etimClass == null ? before.etimClass : etimClass,
                            oshaSections.isEmpty() ? before.oshaSections : oshaSections,
                            consensusFamily == null ? before.consensusFamily : consensusFamily);
        }
    }

    Map<String, Kept> read() throws SQLException {
        return Sql.query(connection, READ, row -> json.read(row.getString(1), Kept.class)).stream()
                .collect(Collectors.toMap(Kept::code, Function.identity()));
    }

    void save(List<Kept> rows) throws SQLException {
        Sql.update(connection, SAVE, json.text(rows));
    }

    /** Deletes those that nothing names; how many these were. */
    int delete(Collection<String> codes) throws SQLException {
        return Sql.update(connection, DELETE, connection.createArrayOf("text", codes.toArray()));
    }
}
