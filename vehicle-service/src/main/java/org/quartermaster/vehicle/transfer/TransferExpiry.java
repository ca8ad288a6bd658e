package org.quartermaster.vehicle.transfer;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;

/** Closes the requests whose time is up. */
@ApplicationScoped
class TransferExpiry {
    private static final String DUE = """
            select tenant_id, id from vehicle.vehicle_transfer_requests
            where status = 'pending' and expires_at <= now() order by expires_at limit 1000
            """;

    private final OneReplica replica;
    private final Writes writes;
    private final OpenTransfers open;

    @Inject
    TransferExpiry(OneReplica replica, Writes writes, OpenTransfers open) {
        this.replica = replica;
        this.writes = writes;
        this.open = open;
    }

    private record Due(String tenant, UUID id) {}

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getString(1), row.getObject(2, UUID.class));
    }

    @Scheduled(every = "30s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeAll() throws SQLException {
        replica.run(
                "vehicle.transfer_expiry",
                connection -> Sql.query(connection, DUE, TransferExpiry::due).forEach(this::close));
    }

    /** NB: a request that cannot be closed must not hold up the others. */
    private void close(Due due) {
        try {
            Awaiting.result(() -> writes.write(Caller.system(due.tenant), unit -> open.expireWhenDue(unit, due.id)));
        } catch (RuntimeException failed) {
            Log.errorf(failed, "transfer request %s in %s cannot expire", due.id, due.tenant);
        }
    }
}
