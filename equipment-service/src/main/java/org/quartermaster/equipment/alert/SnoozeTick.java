package org.quartermaster.equipment.alert;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.change.DueRows;

/** Opens snoozed alerts when their time is up. */
@ApplicationScoped
class SnoozeTick {
    private static final String DUE = """
            select tenant_id, alert_id from equipment_alerts
            where state = 'snoozed' and snoozed_until <= now() order by snoozed_until limit 1000
            """;

    private final DueRows rows;
    private final AlertService service;

    @Inject
    SnoozeTick(DueRows rows, AlertService service) {
        this.rows = rows;
        this.service = service;
    }

    @Scheduled(every = "30s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wakeAll() throws SQLException {
        rows.run("equipment.snooze_tick", DUE, service::wake);
    }
}
