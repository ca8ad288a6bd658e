package org.quartermaster.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

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

    private Rollbacks() {}

    static void note(Connection connection, String version) throws SQLException {
        try (var make = connection.createStatement();
                var note = connection.prepareStatement(NOTE)) {
            make.execute(MAKE);
            note.setString(1, version);
            note.executeUpdate();
        }
    }

    /** The versions that were ever taken back; those that were applied again among them. */
    static Set<String> versions(Connection connection) throws SQLException {
        var versions = new TreeSet<String>();
        try (var statement = connection.createStatement()) {
            try (var exists = statement.executeQuery("select to_regclass('platform.rolled_back') is not null")) {
                exists.next();
                if (!exists.getBoolean(1)) {
                    return versions;
                }
            }
            try (var rows = statement.executeQuery("select version from platform.rolled_back")) {
                while (rows.next()) {
                    versions.add(rows.getString(1));
                }
            }
        }
        return versions;
    }
}
