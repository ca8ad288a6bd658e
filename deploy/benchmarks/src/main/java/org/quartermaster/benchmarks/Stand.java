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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quartermaster.local.DatabaseBootstrap;
import org.quartermaster.local.EmbeddedDatabase;
import org.quartermaster.local.LocalIssuer;
import org.quartermaster.local.NatsServer;
import org.quartermaster.local.RunningService;

/** What a run stands on: PostgreSQL with durable commits, NATS, an issuer of tokens, and the packaged service. */
final class Stand implements AutoCloseable {
    static final String TENANT = "bench";

    final Path home;
    final Path folder;
    final int database;
    final NatsServer nats;
    final LocalIssuer issuer;
    final List<String> tokens;
    private final EmbeddedDatabase postgres;
    RunningService service;

    private Stand(Path home, Path folder) throws IOException, SQLException {
        this.home = home;
        this.folder = folder;
        database = freePort();
        postgres = EmbeddedDatabase.start(folder.resolve("postgres"), database, true, folder.resolve("postgres.log"));
        DatabaseBootstrap.embedded(database).run("equipment");
        nats = new NatsServer(folder.resolve("nats"), freePort());
        nats.start();
        issuer = LocalIssuer.start();
        tokens = IntStream.range(0, 1_000)
                .mapToObj(n -> issuer.token("user-" + n, TENANT, Duration.ofHours(2), "manager"))
                .toList();
        service = start(List.of());
    }

    static Stand open(Path home) throws IOException, SQLException {
        return new Stand(home, Files.createTempDirectory("quartermaster-benchmark"));
    }

    Path jar() {
        return home.resolve("equipment-service/target/quarkus-app/quarkus-run.jar");
    }

    /** The service as a deployment would run it, with the given options of the virtual machine beside the usual. */
    RunningService start(List<String> options) throws IOException {
        return RunningService.start(jar(), freePort(), options, environment(), folder.resolve("equipment.log"));
    }

    /** The service as at its first start: when it is closed, it keeps the archive of its classes. */
    RunningService startArchiving() throws IOException {
        return RunningService.startArchiving(jar(), freePort(), environment(), folder.resolve("equipment.log"));
    }

    /** NB: one tenant and one address ask for more than the usual rate limits allow. */
    private Map<String, String> environment() {
        return Map.of(
                "QM_DB_URL",
                "postgresql://127.0.0.1:%d/equipment".formatted(database),
                "NATS_URL",
                nats.url(),
                "QM_JWKS_URL",
                issuer.jwksUrl(),
                "QM_RATE_ADDRESS",
                "0",
                "QM_RATE_CLIENT",
                "0",
                "QM_RATE_TENANT",
                "0");
    }

    int port() {
        return service.port();
    }

    /** One of the thousand tokens, in turn. */
    String token(long n) {
        return tokens.get((int) (n % tokens.size()));
    }

    /** A connection as superuser, for yardsticks. */
    Connection superuser() throws SQLException {
        return connect("postgres");
    }

    Connection connect(String user) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + database + "/equipment", user, null);
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
