package org.quartermaster.procurement.billing;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/** Applies what is parked when its customer has become known, in whatever way. */
@ApplicationScoped
class WaitingEvents {
    private static final String KNOWN = """
            select distinct e.metadata ->> 'customer' from procurement.billing_events e
            where e.status = 'parked' and e.error = 'unknown_customer' and (
              exists (select from procurement.organizations o where o.stripe_customer_id = e.metadata ->> 'customer')
              or exists (select from procurement.subscriptions s where s.stripe_customer_id = e.metadata ->> 'customer'))
            limit 100
            """;
    private static final String FAILED = """
            update procurement.billing_events set status = 'failed', error = ?
            where status = 'parked' and error = 'unknown_customer' and metadata ->> 'customer' = ?
            """;

    private final OneReplica replica;
    private final Writes writes;
    private final Incoming incoming;

    @Inject
    WaitingEvents(OneReplica replica, Writes writes, Incoming incoming) {
        this.replica = replica;
        this.writes = writes;
        this.incoming = incoming;
    }

    /** NB: what fails is set aside for the operator, so that it is not tried for ever. */
    @Scheduled(every = "5s", delayed = "6s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void apply() throws SQLException {
        replica.run("waiting billing events", connection -> {
            for (var customer : Sql.query(connection, KNOWN, row -> row.getString(1))) {
                try {
                    var system = Caller.system(AuditLog.PLATFORM);
                    Awaiting.result(() -> writes.writeGlobal(system, unit -> incoming.applyWaiting(unit, customer)));
                } catch (RuntimeException failed) {
                    Log.error("events of a customer of payments could not be applied", failed);
                    Sql.update(connection, FAILED, failed.getClass().getSimpleName(), customer);
                }
            }
        });
    }
}
