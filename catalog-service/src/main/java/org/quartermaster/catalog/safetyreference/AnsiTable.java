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

/** Editions of consensus standards, over a connection of the role that may change them. */
final class AnsiTable {
    private static final String READ = "select cast(to_jsonb(s) as text) from catalog.ansistandard s";

    /** NB: the description of an edition that is there stays, as somebody may have written it. */
    private static final String SAVE = """
            insert into catalog.ansistandard (standard, family, edition, edition_status, body, title, standard_type,
              cited_by, description)
            select n.standard, n.family, n.edition, n.edition_status, n.body, n.title, n.standard_type, n.cited_by,
              d.description
            from jsonb_populate_recordset(null::catalog.ansistandard, cast(? as jsonb)) n
            join jsonb_to_recordset(cast(? as jsonb)) as d (standard text, description text) on d.standard = n.standard
            on conflict (standard) do update set family = excluded.family, edition = excluded.edition,
              edition_status = excluded.edition_status, body = excluded.body, title = excluded.title,
              standard_type = excluded.standard_type, cited_by = excluded.cited_by
            """;

    private static final String DELETE = """
            delete from catalog.ansistandard
            where standard = any (cast(? as text[])) and not catalog.is_cited('ansistandard', standard)
            """;

    private final Connection connection;
    private final DatabaseJson json;

    AnsiTable(Connection connection, DatabaseJson json) {
        this.connection = connection;
        this.json = json;
    }

    /** A row as it is kept. */
    record Kept(
            String standard,
            String family,
            String edition,
            String editionStatus,
            String body,
            String title,
            String standardType,
            List<String> citedBy) {

        boolean isCurrent() {
            return editionStatus.equals("current");
        }
    }

    /** What a new edition is described by. */
    record Described(String standard, String description) {}

    Map<String, Kept> read() throws SQLException {
        return Sql.query(connection, READ, row -> json.read(row.getString(1), Kept.class)).stream()
                .collect(Collectors.toMap(Kept::standard, Function.identity()));
    }

    /** NB: a family has one current edition, so the one before has to step down first. */
    void save(List<Kept> rows, Collection<Described> descriptions) throws SQLException {
        var described = json.text(descriptions);
        for (var isCurrent : List.of(false, true)) {
            var part = rows.stream().filter(row -> row.isCurrent() == isCurrent).toList();
            Sql.update(connection, SAVE, json.text(part), described);
        }
    }

    /** Deletes those that nothing cites; how many these were. */
    int delete(Collection<String> standards) throws SQLException {
        return Sql.update(connection, DELETE, connection.createArrayOf("text", standards.toArray()));
    }
}
