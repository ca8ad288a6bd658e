package org.quartermaster.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs the whole platform on this machine: what {@code deploy/up} starts after building. */
public final class Launcher {
    private static final Service ISSUER = new Service("procurement", 8104);

    /** A service joins the stack with one line. */
    private static final List<Service> SERVICES =
            List.of(new Service("equipment", 8101), new Service("vehicle", 8102), new Service("catalog", 8103), ISSUER);

    /** What is tried on one machine comes from one address, and goes to receivers on the same machine. */
    private static final String LOCAL_SETTINGS = "fraud.registrations_per_hour=1000;webhooks.allow_private=true";

    private static final int DATABASE_PORT = 5440;
    private static final int NATS_PORT = 4240;
    /** Brackets and no backslashes, because a backslash is an escape in a configuration list. */
    private static final String LOOPBACK_ORIGINS = "/https?://(localhost|127[.]0[.]0[.]1)(:[0-9]+)?/";

    private final Path home;
    private final Options options;
    private final Stack stack = new Stack();

    private Launcher(Path home, Options options) {
        this.home = home;
        this.options = options;
    }

    public static void main(String... arguments) throws Exception {
        try {
            Options options = Options.of(arguments);
            if (options.help()) {
                System.out.print(Options.USAGE);
                return;
            }
            new Launcher(Path.of(System.getProperty("quartermaster.home", ".")).toAbsolutePath(), options).run();
        } catch (StackException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        State state = State.hold(home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stack.close();
            closeQuietly(state);
        }));
        ServiceProcesses.stopLeftovers(state, SERVICES);
        checkPorts();

        EmbeddedDatabase database = startDatabase(state);
        NatsServer nats = startNats(state);
        ServiceProcesses services = stack.open("services", () -> new ServiceProcesses(state));
        for (Service service : SERVICES) {
            say("Starting " + service.name());
            Map<String, String> environment = environment(service, database, nats);
            environment.putAll(identity(service, state));
            stack.run(() -> services.start(service, service.jar(home), environment));
        }
        for (Service service : SERVICES) {
            services.awaitReady(service);
        }
        services.watch(this::reportEnd);
        printTable();
        new CountDownLatch(1).await();
    }

    private void checkPorts() {
        for (Service service : SERVICES) {
            if (!Processes.isFree(service.port())) {
                throw new StackException("Port %d is taken, and %s needs it. Stop the program that listens there."
                        .formatted(service.port(), service.name()));
            }
        }
    }

    private EmbeddedDatabase startDatabase(State state) throws Exception {
        say("Starting PostgreSQL"
                + (Files.exists(state.postgres()) && !options.fresh() ? "" : " with a new, empty data folder"));
        EmbeddedDatabase database = stack.open("PostgreSQL", () -> {
            EmbeddedDatabase.stopLeftover(state.postgres());
            new NatsServer(state.nats(), NATS_PORT).close();
            if (options.fresh()) {
                state.drop();
            }
            return EmbeddedDatabase.start(state.postgres(), port(DATABASE_PORT), true, state.log("postgres"));
        });
        for (Service service : SERVICES) {
            DatabaseBootstrap.embedded(database.port()).run(service.name());
        }
        return database;
    }

    private NatsServer startNats(State state) throws Exception {
        NatsServer nats = new NatsServer(state.nats(), port(NATS_PORT));
        say(nats.isExternal() ? "Using NATS at " + nats.url() : "Starting NATS");
        return stack.open("NATS", () -> {
            nats.start();
            return nats;
        });
    }

    private static int port(int wanted) throws IOException {
        return Processes.isFree(wanted) ? wanted : Processes.freePort();
    }

    private Map<String, String> environment(Service service, EmbeddedDatabase database, NatsServer nats) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QM_DB_URL", "postgresql://127.0.0.1:%d/%s".formatted(database.port(), service.name()));
        environment.put("NATS_URL", nats.url());
        environment.put("QM_AUTH", options.secure() ? "required" : "demo");
        environment.put("QM_HTTP_PORT", Integer.toString(service.port()));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QM_CORS_ORIGINS", LOOPBACK_ORIGINS);
        environment.put("QM_LOG_FORMAT", "text");
        return environment;
    }

    /** Procurement issues the tokens of all services, which take its keys over as soon as it runs. */
    private Map<String, String> identity(Service service, State state) throws IOException {
        if (service.equals(ISSUER)) {
            Map<String, String> own = new HashMap<>();
            own.put("QM_PUBLIC_URL", ISSUER.url(""));
            own.put("QM_KEY_ENCRYPTION_KEY", state.secret("key-encryption-key"));
            own.put("QM_SETTINGS", LOCAL_SETTINGS);
            own.put("QM_LOCAL_PAGES", "true");
            if (options.secure()) {
                own.put("QM_BILLING_WEBHOOK_SECRET", "whsec_" + state.secret("billing-webhook-secret"));
            }
            return own;
        }
        return Map.of(
                "QM_ISSUER", ISSUER.url(""),
                "QM_JWKS_URL", ISSUER.url("/.well-known/jwks.json"),
                "QM_TOKEN_URL", ISSUER.url("/api/v1/auth/token"),
                "QM_ISSUER_REFRESH", "PT5S");
    }

    private void reportEnd(Service service, int exitCode) {
        if (!stack.isClosing()) {
            say("%s has stopped with exit code %d; see .quartermaster/logs/%s.log"
                    .formatted(service.name(), exitCode, service.name()));
        }
    }

    private void printTable() {
        String row = "%-14s %-36s %-36s %s";
        say("");
        say(row.formatted("service", "API", "Swagger UI", "health"));
        for (Service service : SERVICES) {
            say(row.formatted(
                    service.name(),
                    service.url("/api/v1"),
                    service.url("/q/swagger-ui"),
                    service.url("/q/health/ready")));
        }
        say("\nReady. Logs are in .quartermaster/logs; Ctrl-C stops everything.");
        if (!options.secure()) {
            say("For a first look: deploy/tour, in another terminal.");
        }
    }

    private static void closeQuietly(State state) {
        try {
            state.close();
            say("Stopped");
        } catch (IOException e) {
            System.err.println("The lock was not released: " + e.getMessage());
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
