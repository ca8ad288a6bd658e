package org.quartermaster.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.LocalServers;

/** The walls between tenants, tried by raw SQL as the role that serves requests; a service's test extends it. */
public abstract class TenancyContract {
    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            where a.attname = 'tenant_id' and c.relkind in ('r', 'p') and not c.relispartition
              and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
            order by 1
            """;

    /** Events about global rows are for every tenant. */
    private static final String NOT_PUBLIC = " where tenant_id <> 'public'";

    protected final TestTenant owner = TestTenant.create();

    private final String service;
    private final List<String> appendOnly;
    private final List<String> directories;

    /**
     * @param appendOnly tables whose rows the role may neither change nor delete
     * @param directories tables that a session without a tenant reads, to find the tenant
     */
    protected TenancyContract(String service, List<String> appendOnly, List<String> directories) {
        this.service = service;
        this.appendOnly = appendOnly;
        this.directories = directories;
    }

    /** Makes a row of the tenant and names its table. */
    protected abstract String insert(String tenant) throws SQLException;

    /** A connection of the role that serves requests, in no tenant yet. */
    protected final Connection app() throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl(service), service + "_app", "none");
    }

    protected static void enter(Connection connection, String tenant) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, false)")) {
            set.setString(1, tenant);
            set.execute();
        }
    }

    /** How many rows a table or function shows. */
    protected static long count(Connection connection, String source) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + source)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> tenantTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    @Test
    void withoutTenantNoTableShowsARow() throws SQLException {
        insert(owner.id());

        try (var connection = app()) {
            var tables = tenantTables(connection);
            tables.removeAll(directories);

            assertFalse(tables.isEmpty());
            for (var table : tables) {
                assertEquals(0, count(connection, table + NOT_PUBLIC), table);
            }
        }
    }

    @Test
    void anotherTenantSeesAndChangesNothing() throws SQLException {
        var table = insert(owner.id());

        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, "t_intruder");
            for (var each : tenantTables(connection)) {
                assertEquals(0, count(connection, each + NOT_PUBLIC), each);
            }
            assertEquals(0, statement.executeUpdate("update " + table + " set tenant_id = 't_intruder'"));
            assertEquals(0, statement.executeUpdate("delete from " + table));
        }
    }

    @Test
    void noRowIsGivenToAnotherTenant() throws SQLException {
        var table = insert(owner.id());

        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, owner.id());
            var refused = assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("update " + table + " set tenant_id = 't_intruder'"));

            assertTrue(refused.getMessage().contains("row-level security"), refused.getMessage());
            assertEquals(1, count(connection, table));
        }
    }

    @Test
    void historyCannotBeRewrittenByTheRoleThatServesRequests() throws SQLException {
        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, owner.id());
            for (var table : appendOnly) {
                var refused = assertThrows(SQLException.class, () -> statement.executeUpdate("delete from " + table));
                assertTrue(refused.getMessage().contains("permission denied"), table);
            }
        }
    }
}
