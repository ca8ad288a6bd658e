package org.quartermaster.vehicle.transfer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.DueRows;

/** Closes the requests whose time is up. */
@ApplicationScoped
class TransferExpiry {
    private static final String DUE = """
        select tenant_id, id from vehicle.vehicle_transfer_requests
        where status = 'pending' and expires_at <= now() order by expires_at limit 1000
        """;

    private final DueRows rows;
    private final OpenTransfers open;

    @Inject
    TransferExpiry(DueRows rows, OpenTransfers open) {
        this.rows = rows;
        this.open = open;
    }

    @Scheduled(every = "30s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeAll() throws SQLException {
        rows.run("vehicle.transfer_expiry", DUE, (unit, id) -> open.expireWhenDue(unit, UUID.fromString(id)));
    }
}
