package org.quartermaster.equipment.alert;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;

/** Opens snoozed alerts when their time is up. */
@ApplicationScoped
class SnoozeTick {
    private static final String DUE = """
            select tenant_id, alert_id from equipment_alerts
            where state = 'snoozed' and snoozed_until <= now() order by snoozed_until limit 1000
            """;

    private final OneReplica replica;
    private final Writes writes;
    private final AlertService service;

    @Inject
    SnoozeTick(OneReplica replica, Writes writes, AlertService service) {
        this.replica = replica;
        this.writes = writes;
        this.service = service;
    }

    private record Due(String tenant, String alertId) {}

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getString(1), row.getString(2));
    }

    @Scheduled(every = "30s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wakeAll() throws SQLException {
        replica.run("equipment.snooze_tick", connection -> Sql.query(connection, DUE, SnoozeTick::due)
                .forEach(this::wake));
    }

    /** NB: an alert that cannot be opened must not hold up the others. */
    private void wake(Due due) {
        try {
            Awaiting.result(() -> writes.write(Caller.system(due.tenant), unit -> service.wake(unit, due.alertId)));
        } catch (RuntimeException failed) {
            Log.errorf(failed, "alert %s in %s cannot be opened again", due.alertId, due.tenant);
        }
    }
}
