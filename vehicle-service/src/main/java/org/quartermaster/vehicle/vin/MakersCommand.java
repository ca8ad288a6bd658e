package org.quartermaster.vehicle.vin;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;

/**
 * What {@code deploy/load-makers} runs: puts a list of makers, or of countries, in the place of the one that was loaded
 * before. It talks to the database alone, as the role {@code vehicle_system}; running services notice.
 */
public final class MakersCommand {
    private MakersCommand() {}

    /** Arguments: {@code --makers FILE}, {@code --countries FILE}, or both. */
    public static void main(String... arguments) throws IOException, SQLException {
        try (var connection = open()) {
            load(connection, arguments);
        }
    }

    static void load(Connection connection, String... arguments) throws IOException, SQLException {
        connection.setAutoCommit(false);
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            var path = Path.of(arguments[i + 1]);
            if (arguments[i].equals("--makers")) {
                replace(connection, "makers", "maker", MakerFile.makers(path));
            } else {
                replace(connection, "maker_countries", "country", MakerFile.countries(path));
            }
        }
        connection.commit();
    }

    private static void replace(Connection connection, String table, String column, MakerFile file)
            throws SQLException {
        var rows = new Columns<>(List.copyOf(file.entries().entrySet()));
        Sql.update(connection, "delete from vehicle." + table);
        Sql.update(
                connection,
                "insert into vehicle.%s (code, %s) select * from unnest(?, ?)".formatted(table, column),
                rows.texts(Map.Entry::getKey),
                rows.texts(Map.Entry::getValue));
        System.out.printf("%s: %d codes%n", table, file.entries().size());
        file.skipped().forEach(line -> System.out.println("  not understood, line " + line));
    }

    private static Connection open() throws SQLException {
        var environment = System.getenv();
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + environment.getOrDefault("QM_DB_URL", "postgresql://localhost:5432/vehicle"));
        source.setUser("vehicle_system");
        source.setPassword(environment.getOrDefault("QM_DB_SYSTEM_PASSWORD", "none"));
        source.setApplicationName("load-makers");
        return source.getConnection();
    }
}
