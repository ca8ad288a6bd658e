package org.quartermaster.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.quartermaster.platform.db.Sql;

/**
 * Which versions were taken back, and when. NB: no migration makes the table, because it has to outlive them all; it
 * comes with the first rollback.
 */
final class Rollbacks {
    private static final String MAKE = """
            create table if not exists platform.rolled_back (
              version varchar(50) not null,
              rolled_back_at timestamptz not null default now(),
              constraint rolled_back_pkey primary key (version)
            )
            """;
    private static final String NOTE = """
            insert into platform.rolled_back (version) values (?)
            on conflict (version) do update set rolled_back_at = now()
            """;

    private static final String EXISTS = "select to_regclass('platform.rolled_back') is not null";
    private static final String VERSIONS = "select version from platform.rolled_back";

    private Rollbacks() {}

    static void note(Connection connection, String version) throws SQLException {
        Sql.update(connection, MAKE);
        Sql.update(connection, NOTE, version);
    }

    /** The versions that were ever taken back; those that were applied again among them. */
    static Set<String> versions(Connection connection) throws SQLException {
        var exists = Sql.query(connection, EXISTS, row -> row.getBoolean(1)).get(0);
        return exists ? new TreeSet<>(Sql.query(connection, VERSIONS, row -> row.getString(1))) : Set.of();
    }
}
