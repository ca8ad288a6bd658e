package org.quartermaster.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quartermaster.local.DatabaseBootstrap;
import org.quartermaster.local.EmbeddedDatabase;
import org.quartermaster.local.LocalIssuer;
import org.quartermaster.local.NatsServer;
import org.quartermaster.local.RunningService;

/** What a run stands on: PostgreSQL with durable commits, NATS, an issuer of tokens, and one packaged service. */
final class Stand implements AutoCloseable {
    static final String TENANT = "bench";

    /** Of 32 bytes, in base64. */
    private static final String SECRET = "YmVuY2htYXJrYmVuY2htYXJrYmVuY2htYXJrYmVuY2g=";

    final Path home;
    final String name;
    final Path folder;
    final int database;
    final NatsServer nats;
    final LocalIssuer issuer;
    final List<String> tokens;
    private final EmbeddedDatabase postgres;
    RunningService service;

    private Stand(Path home, String name, Path folder) throws IOException, SQLException {
        this.home = home;
        this.name = name;
        this.folder = folder;
        database = freePort();
        postgres = EmbeddedDatabase.start(folder.resolve("postgres"), database, true, folder.resolve("postgres.log"));
        DatabaseBootstrap.embedded(database).run(name);
        nats = new NatsServer(folder.resolve("nats"), freePort());
        nats.start();
        issuer = LocalIssuer.start();
        tokens = IntStream.range(0, 1_000)
                .mapToObj(n -> issuer.token(user(n), TENANT, Duration.ofHours(6), "admin", "data-admin"))
                .toList();
        service = start(List.of());
    }

    /** @param name of the service and its database, such as {@code equipment} */
    static Stand open(Path home, String name) throws IOException, SQLException {
        return new Stand(home, name, Files.createTempDirectory("quartermaster-benchmark"));
    }

    /** The id of one of the thousand users. */
    static String user(int n) {
        return String.format("00000000-0000-4000-8000-%012d", n);
    }

    Path jar() {
        return home.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    }

    /** The service as a deployment would run it, with the given options of the virtual machine beside the usual. */
    RunningService start(List<String> options) throws IOException {
        return RunningService.start(jar(), freePort(), options, environment(), folder.resolve(name + ".log"));
    }

    /** The service as at its first start: when it is closed, it keeps the archive of its classes. */
    RunningService startArchiving() throws IOException {
        return RunningService.startArchiving(jar(), freePort(), environment(), folder.resolve(name + ".log"));
    }

    /**
     * NB: one tenant and one address ask for more than the usual rate limits allow; and articles are not enriched, which
     * after a million of them would go on beside all that is measured next.
     */
    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QM_DB_URL", "postgresql://127.0.0.1:%d/%s".formatted(database, name));
        environment.put("NATS_URL", nats.url());
        environment.put("QM_JWKS_URL", issuer.jwksUrl());
        environment.put("QM_VEHICLE_SPOOL_DIR", folder.resolve("spool").toString());
        environment.put("QM_PROCUREMENT_SPOOL_DIR", folder.resolve("spool").toString());
        environment.put("QM_MAIL_DIRECTORY", folder.resolve("mail").toString());
        environment.put("QM_KEY_ENCRYPTION_KEY", SECRET);
        environment.put("QM_BILLING_WEBHOOK_SECRET", "whsec_" + SECRET);
        environment.put("QM_RATE_ADDRESS", "0");
        environment.put("QM_RATE_CLIENT", "0");
        environment.put("QM_RATE_TENANT", "0");
        environment.put("QM_ENRICHMENT_EVERY", "off");
        return environment;
    }

    /** Stops the service and starts it again. */
    void restart() throws IOException {
        service.close();
        service = start(List.of());
    }

    /** Makes a second database whose tables are as those of the service are now. */
    void copyDatabase(String copy) throws IOException, SQLException {
        service.close();
        try (var connection = connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + copy + " template " + name);
        }
        service = start(List.of());
    }

    int port() {
        return service.port();
    }

    /** One of the thousand tokens, in turn. */
    String token(long n) {
        return tokens.get((int) (n % tokens.size()));
    }

    /** A connection as superuser, for yardsticks. */
    /** Runs statements one after the other as superuser. */
    void execute(String... statements) throws SQLException {
        try (var connection = superuser()) {
            for (var sql : statements) {
                execute(connection, sql);
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection superuser() throws SQLException {
        return connect(name, "postgres");
    }

    Connection connect(String to, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + database + "/" + to, user, null);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        issuer.close();
        nats.close();
        postgres.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
