package org.quartermaster.procurement.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.alert.Frequency;

/** Sends what waits for the digests of a rhythm, before their time. */
@ApplicationScoped
class DigestKind implements JobKind {
    static final String NAME = "digests.run";

    private final Digests digests;
    private final SystemConnection database;

    @Inject
    DigestKind(Digests digests, SystemConnection database) {
        this.digests = digests;
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        var frequency = Words.find(
                        Frequency.class, run.parameters().get("frequency").textValue())
                .orElseThrow();
        try (var connection = database.open()) {
            return Outcome.succeeded(Map.of("digests", digests.sendAll(connection, frequency, Instant.now())));
        }
    }
}
