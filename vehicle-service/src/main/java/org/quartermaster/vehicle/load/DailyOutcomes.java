package org.quartermaster.vehicle.load;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;

/** Concludes once a day what became of lots, because some rules wait for time to pass and not for a file. */
@ApplicationScoped
class DailyOutcomes {
    private static final String NEWEST =
            "select max(snapshot_at) from raw.csv_files where state = 'loaded' having max(snapshot_at) is not null";

    private final OneReplica oneReplica;

    @Inject
    DailyOutcomes(OneReplica oneReplica) {
        this.oneReplica = oneReplica;
    }

    @Scheduled(every = "24h", delayed = "10m")
    void run() throws SQLException {
        oneReplica.run("outcomes", DailyOutcomes::conclude);
    }

    private static void conclude(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (var newest : Sql.query(connection, NEWEST, row -> row.getObject(1, OffsetDateTime.class))) {
            Outcomes.conclude(connection, newest.toInstant(), null);
        }
        connection.commit();
    }
}
