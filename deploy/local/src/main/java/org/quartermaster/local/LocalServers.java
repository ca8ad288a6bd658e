package org.quartermaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * PostgreSQL and NATS for tests: started at first use, shared by the whole JVM, deleted when it exits.
 *
 * <p>Quarkus loads test classes more than once, in several class loaders; what runs is therefore noted in system
 * properties and not only in static fields.
 */
public final class LocalServers {
    private static final String FOLDER = "quartermaster.local.folder";
    private static final String DATABASE_PORT = "quartermaster.local.database-port";
    private static final String NATS_PORT = "quartermaster.local.nats-port";
    private static final Set<String> READY = ConcurrentHashMap.newKeySet();

    private LocalServers() {}

    /** Address of the service's database, which is made with its roles at the first call. */
    public static String databaseUrl(String service) {
        bootstrap(service);
        return "postgresql://localhost:%d/%s".formatted(databasePort(), service);
    }

    public static String natsUrl() {
        return nats().url();
    }

    /** The shared server, for tests that stop and start it; they leave it running. */
    public static NatsServer nats() {
        startOnce();
        return new NatsServer(folder().resolve("nats"), Integer.getInteger(NATS_PORT));
    }

    /** A connection as superuser to the service's database. */
    public static Connection adminConnection(String service) throws SQLException {
        bootstrap(service);
        return DatabaseBootstrap.embedded(databasePort()).connect(service);
    }

    private static void bootstrap(String service) {
        int port = databasePort();
        synchronized (READY) {
            if (READY.contains(service)) {
                return;
            }
            try {
                DatabaseBootstrap.embedded(port).run(service);
                READY.add(service);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot prepare the database of " + service, e);
            }
        }
    }

    private static int databasePort() {
        startOnce();
        return Integer.getInteger(DATABASE_PORT);
    }

    private static Path folder() {
        return Path.of(System.getProperty(FOLDER));
    }

    private static void startOnce() {
        synchronized (System.getProperties()) {
            if (System.getProperty(NATS_PORT) != null) {
                return;
            }
            try {
                start();
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }

    private static void start() throws IOException {
        Path folder = Files.createTempDirectory("quartermaster-test");
        System.setProperty(FOLDER, folder.toString());
        Runtime.getRuntime().addShutdownHook(new Cleanup(folder));
        Path data = folder.resolve("postgres");
        EmbeddedDatabase database =
                EmbeddedDatabase.start(data, Processes.freePort(), false, folder.resolve("postgres.log"));
        System.setProperty(DATABASE_PORT, Integer.toString(database.port()));
        int natsPort = Processes.freePort();
        new NatsServer(folder.resolve("nats"), natsPort).start();
        System.setProperty(NATS_PORT, Integer.toString(natsPort));
    }

    /** Needs only classes that are loaded already: the class loader may be closed by then. */
    private static final class Cleanup extends Thread {
        private final Path folder;

        Cleanup(Path folder) {
            this.folder = folder;
        }

        @Override
        public void run() {
            Duration patience = Duration.ofSeconds(10);
            try {
                Processes.stop(Processes.running(folder.resolve("nats/nats.pid")), "TERM", patience);
                Processes.stop(Processes.postmaster(folder.resolve("postgres")), "INT", patience);
            } catch (IOException e) {
                System.err.println("Test servers may still be running: " + e);
            }
            Folders.delete(folder);
        }
    }
}
