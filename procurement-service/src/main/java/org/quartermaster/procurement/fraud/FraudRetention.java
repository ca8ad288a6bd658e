package org.quartermaster.procurement.fraud;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.config.SystemConfig;

/** Forgets what visitors were judged by when its time is over ({@code retention.fraud_days}). */
@ApplicationScoped
class FraudRetention {
    private static final String FORGET =
            "delete from procurement.fraud_detection where created_at < now() - make_interval(days => ?)";

    private final OneReplica replica;
    private final SystemConfig config;

    @Inject
    FraudRetention(OneReplica replica, SystemConfig config) {
        this.replica = replica;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        replica.run(
                "fraud retention",
                connection -> Sql.update(connection, FORGET, config.integer("retention.fraud_days")));
    }
}
