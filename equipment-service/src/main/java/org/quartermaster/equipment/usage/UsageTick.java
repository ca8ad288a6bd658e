package org.quartermaster.equipment.usage;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;

/**
 * Derives dirty days of all tenants in the background. A day waits a minute first, so that
 * a machine which sends every second does not have its whole day read for each sample.
 */
@ApplicationScoped
class UsageTick {
    private static final int BATCH = 500;
    private static final String DUE = """
            select tenant_id, equipment_id from equipment_usage_dirty
            where created_at <= now() - interval '1 minute'
            group by tenant_id, equipment_id order by min(created_at) limit
            """ + BATCH;
    private static final String DERIVE = "select derive_usage(?, ?)";

    private final OneReplica replica;

    @Inject
    UsageTick(OneReplica replica) {
        this.replica = replica;
    }

    private record Due(String tenant, String equipmentId) {}

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getString(1), row.getString(2));
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void derive() throws SQLException {
        replica.run("equipment.usage_tick", connection -> {
            for (var due : Sql.query(connection, DUE, UsageTick::due)) {
                derive(connection, due);
            }
        });
    }

    /** One transaction a machine; what one machine's days cannot be derived from must not stop the others. */
    private static void derive(Connection connection, Due due) {
        try {
            Sql.query(connection, DERIVE, row -> null, due.tenant, due.equipmentId);
        } catch (SQLException failed) {
            Log.warnf("usage of machine %s of %s: %s", due.equipmentId, due.tenant, failed.getMessage());
        }
    }
}
