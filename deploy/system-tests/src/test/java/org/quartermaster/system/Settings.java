package org.quartermaster.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.local.LocalServers;

/**
 * The environment of the services of a platform.
 *
 * @param folder for their files
 * @param ports of the services by their names
 * @param more in the environment of each
 */
record Settings(Path folder, Map<String, Integer> ports, Map<String, String> more) {
    private static final String ISSUER = "procurement";

    Map<String, String> of(String service) throws IOException {
        var files = Files.createDirectories(folder.resolve(service));
        var environment = new HashMap<>(service.equals(ISSUER) ? issuing(files) : verifying());
        environment.put("QM_DB_URL", LocalServers.databaseUrl(service));
        environment.putAll(soon());
        // Versions rise by what the clients of a test write alone.
        environment.put("QM_ENRICHMENT_EVERY", "off");
        for (var limited : List.of("TENANT", "CLIENT", "ADDRESS", "ANONYMOUS")) {
            environment.put("QM_RATE_" + limited, "0");
        }
        if (!more.containsKey("NATS_URL")) {
            environment.put("NATS_URL", LocalServers.natsUrl());
        }
        environment.putAll(more);
        return environment;
    }

    /** What a killed service held comes free after seconds here, and not after a minute. */
    private static Map<String, String> soon() {
        return Map.of("QM_JOB_LEASE", "PT3S", "QM_CONSUMER_ACK_WAIT", "PT10S", "QM_CONSUMER_RETRY", "PT1S");
    }

    private Map<String, String> issuing(Path files) {
        return Map.of(
                "QM_PUBLIC_URL",
                issuer(),
                "QM_KEY_ENCRYPTION_KEY",
                "A".repeat(43) + "=",
                "QM_BILLING_WEBHOOK_SECRET",
                "whsec_of_the_tests",
                "QM_LOCAL_PAGES",
                "true",
                "QM_SETTINGS",
                "fraud.registrations_per_hour=1000",
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
        return "http://localhost:" + ports.get(ISSUER);
    }
}
