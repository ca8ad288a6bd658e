package org.quartermaster.vehicle.vin;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/**
 * The list of makers that verdicts use: the service's own, and over it what {@code deploy/load-makers} put into the
 * database; every replica looks for that twice a minute.
 */
@ApplicationScoped
public class MakerLists {
    private static final String STATE = """
            select concat((select max(created_at) from vehicle.makers), (select count(*) from vehicle.makers),
              (select max(created_at) from vehicle.maker_countries))
            """;

    private final SystemConnection database;
    private volatile WmiList list = WmiList.own();
    private String state = "";

    @Inject
    MakerLists(SystemConnection database) {
        this.database = database;
    }

    WmiList list() {
        return list;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void refresh() throws SQLException {
        try (var connection = database.open()) {
            var now = Sql.query(connection, STATE, row -> row.getString(1)).get(0);
            if (!now.equals(state)) {
                list = WmiList.own()
                        .with(
                                read(connection, "select code, maker from vehicle.makers"),
                                read(connection, "select code, country from vehicle.maker_countries"));
                state = now;
            }
        }
    }

    private static Map<String, String> read(Connection connection, String sql) throws SQLException {
        var found = new HashMap<String, String>();
        Sql.query(connection, sql, row -> found.put(row.getString(1), row.getString(2)));
        return found;
    }
}
