package org.quartermaster.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.LocalServers;

/** The months of the tables of a service that only grow; a service's test extends it. */
public abstract class PartitionContract {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final String service;
    private final List<String> tables;

    /** @param tables those that have a partition for each month */
    protected PartitionContract(String service, String... tables) {
        this.service = service;
        this.tables = List.of(tables);
    }

    @Test
    void areThereWhenTheServiceHasStarted() throws SQLException {
        try (var owner = owner()) {
            for (var table : tables) {
                assertTrue(exists(owner, month(table, 0)), table);
                assertTrue(exists(owner, month(table, 3)), table);
            }
        }
    }

    @Test
    void areClosedToThoseWhoServeRequests() throws SQLException {
        try (var app = as("app");
                var statement = app.createStatement()) {
            for (var table : tables) {
                var refused = assertThrows(
                        SQLException.class, () -> statement.execute("select from " + month(table, 0)), table);
                assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), table);
            }
        }
    }

    /** The role that makes and drops them. */
    protected final Connection owner() throws SQLException {
        return as("owner");
    }

    private Connection as(String role) throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl(service), service + "_" + role, "none");
    }

    /** The name of the partition of a month. */
    protected static String month(String table, int fromNow) {
        var month = YearMonth.now(ZoneOffset.UTC).plusMonths(fromNow);
        return table + "_p" + month.format(DateTimeFormatter.ofPattern("yyyyMM"));
    }

    /** Whether there is a table of that name. */
    protected static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
