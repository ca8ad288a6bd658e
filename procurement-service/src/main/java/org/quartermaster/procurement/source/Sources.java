package org.quartermaster.procurement.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Sql;

/** Publishers, as blocking transactions read and make them. */
public final class Sources {
    private static final String READ = """
            select source_id, name, cast(publisher as text) as publisher, licence, timezone, default_currency, country,
              language
            from procurement.ocds_sources
            """;
    private static final String MAKE = """
            insert into procurement.ocds_sources (source_id, name, publisher)
            values (?, ?, jsonb_build_object('name', cast(? as text)))
            on conflict do nothing
            """;

    private Sources() {}

    /** All of them, by id. */
    public static Map<String, Source> all(Connection connection) throws SQLException {
        return Sql.query(connection, READ, Sources::read).stream()
                .collect(Collectors.toMap(source -> source.sourceId, Function.identity()));
    }

    public static Optional<Source> find(Connection connection, String id) throws SQLException {
        return Sql.query(connection, READ + " where source_id = ?", Sources::read, id).stream()
                .findFirst();
    }

    /** Makes a source of that id where there is none; its name is the id until somebody gives it one. */
    public static void make(Connection connection, String id) throws SQLException {
        Sql.update(connection, MAKE, id, id, id);
    }

    private static Source read(ResultSet row) throws SQLException {
        var source = new Source();
        source.sourceId = row.getString("source_id");
        source.name = row.getString("name");
        source.publisher = row.getString("publisher");
        source.licence = row.getString("licence");
        source.timezone = row.getString("timezone");
        source.defaultCurrency = row.getString("default_currency");
        source.country = row.getString("country");
        source.language = row.getString("language");
        return source;
    }
}
