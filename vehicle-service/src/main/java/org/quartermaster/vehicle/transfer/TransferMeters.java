package org.quartermaster.vehicle.transfer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/** How many requests wait for an answer: {@code vehicle_transfers_pending}. */
@ApplicationScoped
class TransferMeters {
    private static final String PENDING = """
        select count(*) from vehicle.vehicle_transfer_requests where status = 'pending' and expires_at > now()
        """;

    private final SystemConnection database;
    private final AtomicLong pending;

    @Inject
    TransferMeters(SystemConnection database, MeterRegistry registry) {
        this.database = database;
        this.pending = registry.gauge("vehicle_transfers_pending", new AtomicLong());
    }

    @Scheduled(every = "30s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws SQLException {
        try (var connection = database.open()) {
            pending.set(Sql.query(connection, PENDING, row -> row.getLong(1)).get(0));
        }
    }
}
