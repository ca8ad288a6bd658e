package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.local.LocalServers;
import org.quartermaster.local.RunningService;

/** All four packaged services as processes, on one PostgreSQL and one NATS server; procurement issues the tokens. */
public final class Platform implements AutoCloseable {
    public static final List<String> SERVICES = List.of("procurement", "equipment", "vehicle", "catalog");

    private static final String ISSUER = "procurement";

    private final Path folder;
    private final String auth;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, RunningService> running = new TreeMap<>();

    private Platform(Path folder, String auth) {
        this.folder = folder;
        this.auth = auth;
    }

    /**
     * Starts them all.
     *
     * @param folder for logs, mails and files
     * @param auth {@code demo} or {@code required}
     */
    public static Platform start(Path folder, String auth) throws IOException {
        var platform = new Platform(folder, auth);
        try {
            for (var service : SERVICES) {
                platform.ports.put(service, Traffic.freePort());
            }
            for (var service : SERVICES) {
                platform.start(service);
            }
            return platform;
        } catch (IOException | RuntimeException failed) {
            platform.close();
            throw failed;
        }
    }

    /** Starts a service, after it has ended too, on the port that it always has. */
    public void start(String service) throws IOException {
        var jar = Path.of("../../%s-service/target/quarkus-app/quarkus-run.jar".formatted(service));
        assertThat(jar).as("the packaged service; run mvn verify").exists();
        var started = RunningService.start(jar, port(service), List.of(), environment(service), log(service));
        running.put(service, started);
    }

    /** Ends a service with SIGKILL. */
    public void kill(String service) throws IOException {
        running.remove(service).kill();
        Files.move(log(service), folder.resolve(service + "-" + System.nanoTime() + ".log"));
    }

    public int port(String service) {
        return ports.get(service);
    }

    private Path log(String service) {
        return folder.resolve(service + ".log");
    }

    private Map<String, String> environment(String service) throws IOException {
        var files = Files.createDirectories(folder.resolve(service));
        var environment = new HashMap<>(service.equals(ISSUER) ? issuing(files) : verifying());
        environment.put("QM_DB_URL", LocalServers.databaseUrl(service));
        environment.put("NATS_URL", LocalServers.natsUrl());
        environment.put("QM_AUTH", auth);
        environment.put("QM_JOB_LEASE", "PT3S");
        for (var limited : List.of("TENANT", "CLIENT", "ADDRESS", "ANONYMOUS")) {
            environment.put("QM_RATE_" + limited, "0");
        }
        return environment;
    }

    private Map<String, String> issuing(Path files) {
        return Map.of(
                "QM_PUBLIC_URL",
                issuer(),
                "QM_KEY_ENCRYPTION_KEY",
                "A".repeat(43) + "=",
                "QM_BILLING_WEBHOOK_SECRET",
                "whsec_of_the_tests",
                "QM_SETTINGS",
                "fraud.registrations_per_hour=1000",
                "QM_LOCAL_PAGES",
                "true",
                "QM_MAIL_DIRECTORY",
                files.resolve("mail").toString());
    }

    private Map<String, String> verifying() {
        return Map.of(
                "QM_ISSUER",
                issuer(),
                "QM_JWKS_URL",
                issuer() + "/.well-known/jwks.json",
                "QM_TOKEN_URL",
                issuer() + "/api/v1/auth/token",
                "QM_ISSUER_REFRESH",
                "PT5S");
    }

    private String issuer() {
        return "http://localhost:" + port(ISSUER);
    }

    @Override
    public void close() {
        running.values().forEach(RunningService::close);
    }
}
