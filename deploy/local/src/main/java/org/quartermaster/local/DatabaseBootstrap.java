package org.quartermaster.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** Makes roles, database and extensions of a service as superuser; running it again changes nothing. */
public final class DatabaseBootstrap {
    private final String host;
    private final int port;
    private final Properties superuser = new Properties();

    public DatabaseBootstrap(String host, int port, String user, String password) {
        this.host = host;
        this.port = port;
        superuser.setProperty("user", user);
        if (password != null) {
            superuser.setProperty("password", password);
        }
    }

    /** For the embedded server, which trusts loopback. */
    public static DatabaseBootstrap embedded(int port) {
        return new DatabaseBootstrap("127.0.0.1", port, "postgres", null);
    }

    public void run(String service) throws SQLException {
        run(service, Map.of());
    }

    /** @param passwords by role name, such as {@code equipment_app}; a role that is not named keeps what it has */
    public void run(String service, Map<String, String> passwords) throws SQLException {
        if (!service.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a service name: " + service);
        }
        try (Connection connection = connect("postgres")) {
            // One service at a time: two starting replicas would make the same role.
            execute(connection, "select pg_advisory_lock(810100)");
            execute(connection, text("roles.sql", service));
            for (var entry : passwords.entrySet()) {
                setPassword(connection, entry.getKey(), entry.getValue());
            }
            if (!exists(connection, service)) {
                execute(connection, text("create-database.sql", service));
            }
            try (Connection inside = connect(service)) {
                execute(inside, text("database.sql", service));
            }
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s".formatted(host, port, database), superuser);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        try (PreparedStatement quote =
                connection.prepareStatement("select format('alter role %I password %L', ?, ?)")) {
            quote.setString(1, role);
            quote.setString(2, password);
            try (var result = quote.executeQuery()) {
                result.next();
                execute(connection, result.getString(1));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String file, String service) {
        try (InputStream in = DatabaseBootstrap.class.getResourceAsStream("/bootstrap/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${service}", service);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read bootstrap/" + file, e);
        }
    }
}
