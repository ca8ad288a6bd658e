package org.quartermaster.procurement.statistics;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.procurement.config.SystemConfig;

/** Makes the statistics anew, as often as {@code stats.refresh} says; readers go on meanwhile. */
@ApplicationScoped
public class StatisticsRefresh {
    private static final String REFRESH = "select procurement.refresh_statistics()";
    private static final String IS_DUE = """
            select min(as_of) < now() - cast(? as interval) from procurement.statistics_refresh
            """;

    private final OneReplica oneReplica;
    private final SystemConnection database;
    private final SystemConfig config;

    @Inject
    StatisticsRefresh(OneReplica oneReplica, SystemConnection database, SystemConfig config) {
        this.oneReplica = oneReplica;
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshWhenDue() throws SQLException {
        oneReplica.run("statistics", connection -> {
            var age = config.duration("stats.refresh").toString();
            if (Sql.query(connection, IS_DUE, row -> row.getBoolean(1), age).get(0)) {
                refresh(connection);
            }
        });
    }

    /** Makes them anew now; blocking. */
    public Instant refresh() throws SQLException {
        try (var connection = database.open()) {
            return refresh(connection);
        }
    }

    private static Instant refresh(Connection connection) throws SQLException {
        return Columns.instant(Sql.query(connection, REFRESH, row -> row.getObject(1, OffsetDateTime.class))
                .get(0));
    }
}
