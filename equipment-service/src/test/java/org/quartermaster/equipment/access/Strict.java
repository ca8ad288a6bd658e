package org.quartermaster.equipment.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits so low that a test reaches them. */
public final class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "qm.rate-limit.address", "300",
                "qm.job.max-input", "2M",
                "qm.trusted-proxies", "127.0.0.1",
                "qm.rate-limit.client", "4",
                "qm.rate-limit.tenant", "6",
                "qm.rate-limit.anonymous", "5",
                "quarkus.datasource.reactive.additional-properties.statement_timeout", "1000");
    }
}
