package org.quartermaster.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.quartermaster.local.LocalServers;

/** Gives a service under test its real PostgreSQL and NATS, one of each per run, and an issuer of tokens. */
public final class Servers implements QuarkusTestResourceLifecycleManager {
    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "qm.db.url", LocalServers.databaseUrl(service),
                "qm.nats.url", LocalServers.natsUrl(),
                "qm.issuer.jwks-url", TestIssuer.shared().jwksUrl(),
                "qm.issuer.token-url", TestIssuer.shared().tokenUrl(),
                "qm.schema-check.kept", "PT0.2S",
                "quarkus.http.host", "127.0.0.1");
    }

    @Override
    public void stop() {
        // The servers are shared by all test classes of the run and end with it.
    }
}
