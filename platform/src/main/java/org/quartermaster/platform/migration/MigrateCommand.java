package org.quartermaster.platform.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;

/** Migrates a service's database by hand, as its owner: what {@code deploy/migrate} runs. */
public final class MigrateCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final String APPLIED = """
            select version from public.flyway_schema_history
            where success and version is not null order by installed_rank desc
            """;
    private static final String FORGET = "delete from public.flyway_schema_history where version = ?";

    private final String url;
    private final String owner;
    private final String password;
    private final PrintStream out;
    private final BufferedReader in;
    private final String system;
    private String systemPassword = "none";

    MigrateCommand(String service, String url, String password, PrintStream out, BufferedReader in) {
        this.owner = service + "_owner";
        this.system = service + "_system";
        this.url = "jdbc:" + url;
        this.password = password;
        this.out = out;
        this.in = in;
    }

    /**
     * Takes the service and the command; the database comes from QM_DB_URL and QM_DB_OWNER_PASSWORD, for commands of a
     * service also from QM_DB_SYSTEM_PASSWORD.
     */
    public static void main(String... arguments) throws IOException {
        var password = System.getenv().getOrDefault("QM_DB_OWNER_PASSWORD", "none");
        var in = new BufferedReader(new InputStreamReader(System.in));
        var command = new MigrateCommand(arguments[0], System.getenv("QM_DB_URL"), password, System.out, in);
        command.systemPassword = System.getenv().getOrDefault("QM_DB_SYSTEM_PASSWORD", "none");
        System.exit(command.run(Arrays.asList(arguments).subList(1, arguments.length)));
    }

    int run(List<String> arguments) throws IOException {
        var words = new ArrayList<>(arguments);
        var sure = words.removeAll(List.of("--yes"));
        try {
            // Lets the callbacks that Flyway calls before a comparison bring an older history up to date.
            flyway().validateWithResult();
            return switch (words.isEmpty() ? "" : words.get(0)) {
                case "status" -> status();
                case "up" -> up();
                case "down" -> down(words.size() > 1 ? words.get(1) : null, sure);
                default -> ofService(words);
            };
        } catch (SQLException | FlywayException failed) {
            out.println(failed.getMessage());
            return FAILED;
        }
    }

    /** A command that the service added. */
    private int ofService(List<String> words) throws IOException, SQLException {
        var name = words.isEmpty() ? "" : words.get(0);
        var commands = ServiceLoader.load(ServiceCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        for (var command : commands) {
            if (command.name().equals(name)) {
                return command.run(databases(), words.subList(1, words.size()), out);
            }
        }
        commands.forEach(command -> out.printf("%s %s%n", command.name(), command.help()));
        return WRONG_USE;
    }

    private ServiceCommand.Databases databases() {
        return new ServiceCommand.Databases() {
            @Override
            public Connection owner() throws SQLException {
                return DriverManager.getConnection(url, owner, password);
            }

            @Override
            public Connection system() throws SQLException {
                return DriverManager.getConnection(url, system, systemPassword);
            }
        };
    }

    private int status() throws IOException, SQLException {
        var takenBack = takenBack();
        var lines = new TreeMap<MigrationVersion, String>();
        for (var file : MigrationFile.all('S')) {
            var name = file.description().replace('_', ' ');
            lines.put(MigrationVersion.fromVersion(file.version()), "superseded  " + name);
        }
        for (var info : flyway().info().all()) {
            if (info.getVersion() != null) {
                lines.put(
                        info.getVersion(),
                        "%-11s %s".formatted(Words.of(Migration.Status.of(info, takenBack)), info.getDescription()));
            }
        }
        lines.forEach((version, line) -> out.printf("%-7s  %s%n", version, line));
        return DONE;
    }

    private Set<String> takenBack() throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password)) {
            return Rollbacks.versions(connection);
        }
    }

    private int up() {
        var pending = Arrays.stream(flyway().info().pending())
                .map(info -> info.getVersion() + " " + info.getDescription())
                .toList();
        if (pending.isEmpty()) {
            out.println("Nothing to do: every migration is applied.");
            return DONE;
        }
        pending.forEach(line -> out.println("up    " + line));
        flyway().migrate();
        out.println("Applied " + pending.size() + " migrations.");
        return DONE;
    }

    private int down(String target, boolean sure) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url, owner, password)) {
            var scripts = scripts(applied(connection, target));
            if (scripts.isEmpty()) {
                out.println("Nothing to do: no such migration is applied.");
                return DONE;
            }
            scripts.forEach(script -> out.println("down  " + script.version() + " " + script.description()));
            if (!sure && !isConfirmed()) {
                out.println("Nothing was changed.");
                return FAILED;
            }
            for (var script : scripts) {
                takeBack(connection, script);
            }
            out.println("Took back " + scripts.size() + " migrations.");
            return DONE;
        }
    }

    /** The last first: the one last applied, or all with a version above the target. */
    private static List<String> applied(Connection connection, String target) throws SQLException {
        var versions = Sql.query(connection, APPLIED, row -> row.getString(1));
        return target == null
                ? versions.subList(0, Math.min(1, versions.size()))
                : versions.stream()
                        .filter(version ->
                                MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(target))
                                        > 0)
                        .toList();
    }

    private static List<MigrationFile> scripts(List<String> versions) throws IOException, SQLException {
        var byVersion =
                MigrationFile.all('U').stream().collect(Collectors.toMap(MigrationFile::version, script -> script));
        for (var version : versions) {
            if (!byVersion.containsKey(version)) {
                throw new SQLException("This build has no script that takes " + version + " back.");
            }
        }
        return versions.stream().map(byVersion::get).toList();
    }

    private boolean isConfirmed() throws IOException {
        out.print("Data in dropped tables and columns is lost. Type yes to go on: ");
        out.flush();
        return "yes".equals(in.readLine());
    }

    /** The script and its line in the history go together or not at all. */
    private static void takeBack(Connection connection, MigrationFile script) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table public.flyway_schema_history in exclusive mode");
            statement.execute(script.sql());
            Sql.update(connection, FORGET, script.version());
            Rollbacks.note(connection, script.version());
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw new SQLException(script.name() + ": " + failed.getMessage(), failed);
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(url, owner, password)
                .locations("db/shared", "db/migration")
                .defaultSchema("public")
                .schemas("public", "platform")
                .outOfOrder(true)
                .load();
    }
}
