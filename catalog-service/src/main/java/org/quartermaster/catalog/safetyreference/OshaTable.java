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

/** Sections of 29 CFR, over a connection of the role that may change them. */
final class OshaTable {
    private static final String READ = "select cast(to_jsonb(s) as text) from catalog.oshastandard s";

    /** NB: the file has no text of the law; the link says where it stands. */
    private static final String SAVE = """
            insert into catalog.oshastandard (cfr, part, section, subpart, title, legal_reference_url, applies_to,
              description, requirements)
            select n.cfr, n.part, n.section, n.subpart, n.title, n.legal_reference_url, n.applies_to, n.title,
              'See ' || n.legal_reference_url
            from jsonb_populate_recordset(null::catalog.oshastandard, cast(? as jsonb)) n
            on conflict (cfr) do update set subpart = excluded.subpart, title = excluded.title,
              legal_reference_url = excluded.legal_reference_url, applies_to = excluded.applies_to
            """;

    private static final String DELETE = """
            delete from catalog.oshastandard
            where cfr = any (cast(? as text[])) and not catalog.is_cited('oshastandard', cfr)
            """;

    private final Connection connection;
    private final DatabaseJson json;

    OshaTable(Connection connection, DatabaseJson json) {
        this.connection = connection;
        this.json = json;
    }

    /** A row as it is kept. */
    record Kept(
            String cfr,
            String part,
            String section,
            String subpart,
            String title,
            String legalReferenceUrl,
            List<String> appliesTo) {}

    Map<String, Kept> read() throws SQLException {
        return Sql.query(connection, READ, row -> json.read(row.getString(1), Kept.class)).stream()
                .collect(Collectors.toMap(Kept::cfr, Function.identity()));
    }

    void save(List<Kept> rows) throws SQLException {
        Sql.update(connection, SAVE, json.text(rows));
    }

    /** Deletes those that nothing cites; how many these were. */
    int delete(Collection<String> cfrs) throws SQLException {
        return Sql.update(connection, DELETE, connection.createArrayOf("text", cfrs.toArray()));
    }
}
