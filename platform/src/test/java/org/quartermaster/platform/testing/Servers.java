package org.quartermaster.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.local.LocalServers;

/** Gives a service under test its real PostgreSQL and NATS, one of each per run, and an issuer of tokens. */
public final class Servers implements QuarkusTestResourceLifecycleManager {
    /** Whatever the service does from time to time, a test waits for. */
    private static final Map<String, String> QUICK = Map.of(
            "qm.schema-check.kept", "PT0.2S",
            "qm.issuer.refusals", "PT1S",
            "qm.consumer.retry", "PT0.2S",
            "qm.job.poll", "PT0.2S",
            "qm.job.beat", "PT0.1S");

    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.get("service");
    }

    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<>(QUICK);
        configuration.put("qm.db.url", LocalServers.databaseUrl(service));
        configuration.put("qm.nats.url", LocalServers.natsUrl());
        configuration.put("qm.issuer.jwks-url", TestIssuer.shared().jwksUrl());
        configuration.put("qm.issuer.token-url", TestIssuer.shared().tokenUrl());
        configuration.put("quarkus.http.host", "127.0.0.1");
        return configuration;
    }

    @Override
    public void stop() {
        // The servers are shared by all test classes of the run and end with it.
    }
}
