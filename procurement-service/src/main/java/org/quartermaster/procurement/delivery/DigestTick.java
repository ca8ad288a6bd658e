package org.quartermaster.procurement.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.quartermaster.platform.db.OneReplica;

/** Looks once a minute for digests whose time has come. */
@ApplicationScoped
class DigestTick {
    static final String NAME = "procurement.digests";

    private final OneReplica replica;
    private final Digests digests;

    @Inject
    DigestTick(OneReplica replica, Digests digests) {
        this.replica = replica;
        this.digests = digests;
    }

    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() throws SQLException {
        replica.run(NAME, connection -> digests.sendDue(connection, Instant.now()));
    }
}
