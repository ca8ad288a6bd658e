package org.quartermaster.catalog.classification;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.quartermaster.catalog.text.Words;
import org.quartermaster.platform.db.Sql;

/** The examples that all tenants share, over a connection of the role that may change them. */
final class ExampleTable {
    private static final String READ =
            "select text, folded, system, code, weight, source from catalog.classificationexample";
    private static final String CODES = """
            select 'unspsc/' || code from catalog.unspsccode union select 'etim/' || class_code from catalog.etimclass
            """;
    private static final String SAVE = """
            insert into catalog.classificationexample as e (text, folded, system, code, weight, source)
            select text, folded, system, code, weight, source
            from unnest(?, ?, ?, ?, ?, ?) as n (text, folded, system, code, weight, source)
            on conflict (folded, system, code) do update
              set text = excluded.text, weight = excluded.weight, source = excluded.source
            """;
    private static final String LIST = """
            insert into catalog.unspsccode (code, parent_code, title, source, state, folded_title)
            select code, parent_code, title, 'examples', 'provisional', folded_title
            from unnest(?, ?, ?, ?) as n (code, parent_code, title, folded_title)
            on conflict (code) do nothing
            """;

    private final Connection connection;

    ExampleTable(Connection connection) {
        this.connection = connection;
    }

    Map<String, Example> read() throws SQLException {
        var examples = new HashMap<String, Example>();
        Sql.query(connection, READ, row -> {
            var example = new Example(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6));
            return examples.put(example.key(), example);
        });
        return examples;
    }

    /** The listed codes, each after its system and a slash. */
    Set<String> codes() throws SQLException {
        return new HashSet<>(Sql.query(connection, CODES, row -> row.getString(1)));
    }

    void save(List<Example> examples) throws SQLException {
        Sql.update(
                connection,
                SAVE,
                texts(examples, Example::text),
                texts(examples, Example::folded),
                texts(examples, Example::system),
                texts(examples, Example::code),
                connection.createArrayOf(
                        "int", examples.stream().map(Example::weight).toArray()),
                texts(examples, Example::source));
    }

    /**
     * Lists commodities that are not known yet, with those above them. NB: what a code above is called nobody has said,
     * so it stands under its digits until a list is imported.
     */
    void list(Map<String, String> titles) throws SQLException {
        var all = new LinkedHashMap<String, String>();
        titles.forEach((code, title) ->
                new UnspscCode(code).path().forEach(step -> all.putIfAbsent(step.digits(), step.digits())));
        all.putAll(titles);
        var codes = List.copyOf(all.keySet());
        Sql.update(
                connection,
                LIST,
                texts(codes, code -> code),
                texts(codes, code -> new UnspscCode(code)
                        .parent()
                        .map(UnspscCode::digits)
                        .orElse(null)),
                texts(codes, all::get),
                texts(codes, code -> String.join(" ", Words.of(all.get(code)))));
    }

    private <T> Array texts(List<T> rows, Function<T, String> value) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray());
    }
}
