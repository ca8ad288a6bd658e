package org.quartermaster.catalog.unspsc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.quartermaster.catalog.classification.UnspscCode;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.platform.db.Sql;

/** The listed codes, over a connection of the role that may change them. */
final class UnspscTable {
    private static final String TITLES = "select code, language, title from catalog.unspsctitle";
    private static final String CODES = "select code, title, definition, release, state from catalog.unspsccode";
    private static final String SAVE = """
            insert into catalog.unspsccode as c
              (code, parent_code, title, definition, release, source, state, folded_title)
            select code, parent_code, title, definition, release, 'import', 'active', folded_title
            from unnest(?, ?, ?, ?, ?, ?) as n (code, parent_code, title, definition, release, folded_title)
            on conflict (code) do update set title = excluded.title, definition = excluded.definition,
              release = excluded.release, source = excluded.source, state = excluded.state,
              folded_title = excluded.folded_title
            """;
    private static final String TRANSLATE = """
            insert into catalog.unspsctitle as t (code, language, title)
            select code, language, title from unnest(?, ?, ?) as n (code, language, title)
            on conflict (code, language) do update set title = excluded.title where t.title <> excluded.title
            """;
    private static final String DELETE = """
            update catalog.unspsccode set state = 'deleted' where code = any (cast(? as text[]))
            """;

    private final Connection connection;

    UnspscTable(Connection connection) {
        this.connection = connection;
    }

    /** All codes, the deleted ones too. */
    Map<String, ListedCode> read() throws SQLException {
        var titles = new HashMap<String, Map<String, String>>();
        Sql.query(connection, TITLES, row -> titles.computeIfAbsent(row.getString(1), code -> new TreeMap<>())
                .put(row.getString(2), row.getString(3)));
        var codes = new HashMap<String, ListedCode>();
        Sql.query(
                connection,
                CODES,
                row -> codes.put(
                        row.getString(1),
                        new ListedCode(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                titles.getOrDefault(row.getString(1), Map.of()))));
        return codes;
    }

    void save(List<ListedCode> codes) throws SQLException {
        Sql.update(
                connection,
                SAVE,
                texts(codes, ListedCode::code),
                texts(codes, UnspscTable::parent),
                texts(codes, ListedCode::title),
                texts(codes, ListedCode::definition),
                texts(codes, ListedCode::release),
                texts(codes, code -> String.join(" ", Words.of(code.title()))));
        var titles = codes.stream()
                .flatMap(code -> code.titles().entrySet().stream()
                        .map(title -> List.of(code.code(), title.getKey(), title.getValue())))
                .toList();
        Sql.update(
                connection,
                TRANSLATE,
                texts(titles, title -> title.get(0)),
                texts(titles, title -> title.get(1)),
                texts(titles, title -> title.get(2)));
    }

    private static String parent(ListedCode code) {
        return new UnspscCode(code.code()).parent().map(UnspscCode::digits).orElse(null);
    }

    void delete(List<String> codes) throws SQLException {
        Sql.update(connection, DELETE, texts(codes, code -> code));
    }

    private <T> Array texts(List<T> rows, Function<T, String> value) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray());
    }
}
