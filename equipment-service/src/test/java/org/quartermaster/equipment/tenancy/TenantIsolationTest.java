package org.quartermaster.equipment.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** The walls between tenants, tried by raw SQL as the role that serves requests. */
@EquipmentTest
class TenantIsolationTest {
    private final TestTenant owner = TestTenant.create();

    private static Connection app() throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl("equipment"), "equipment_app", "none");
    }

    private void registerMachine() {
        owner.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":5}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201);
    }

    private static List<String> tenantTables(Connection connection) throws SQLException {
        var sql = """
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where a.attname = 'tenant_id' and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relnamespace::regnamespace::text in ('public', 'platform')
                  and c.relname <> 'scan_directory'
                order by 1
                """;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void enter(Connection connection, String tenant) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('app.tenant_id', ?, false)")) {
            set.setString(1, tenant);
            set.execute();
        }
    }

    @Test
    void withoutTenantNoTableShowsARow() throws SQLException {
        registerMachine();

        try (var connection = app()) {
            var tables = tenantTables(connection);

            assertThat(tables).hasSizeGreaterThan(20);
            for (var table : tables) {
                assertThat(count(connection, table)).as(table).isZero();
            }
        }
    }

    @Test
    void anotherTenantSeesChangesAndInsertsNothing() throws SQLException {
        registerMachine();

        try (var connection = app()) {
            enter(connection, "t_intruder");
            for (var table : tenantTables(connection)) {
                assertThat(count(connection, table)).as(table).isZero();
            }
            try (var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("update equipment set name = 'stolen'"))
                        .isZero();
                assertThat(statement.executeUpdate("delete from equipment")).isZero();
                assertThatThrownBy(() -> statement.executeUpdate(
                                "insert into equipment (tenant_id, equipment_id, name, equipment_type) values ('"
                                        + owner.id() + "', 'eq_x', 'x', 'pump')"))
                        .hasMessageContaining("row-level security");
            }
        }
    }

    @Test
    void ownTenantSeesItsRowsThroughSearchFunctionsToo() throws SQLException {
        registerMachine();

        try (var connection = app()) {
            enter(connection, owner.id());

            assertThat(count(connection, "equipment")).isEqualTo(1);
            assertThat(count(connection, "search_machine_ids('a')")).isEqualTo(1);
        }
    }

    @Test
    void historyCannotBeRewrittenByTheRoleThatServesRequests() throws SQLException {
        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, owner.id());
            for (var table : List.of("equipment_maintenance", "equipment_audit", "alert_log", "platform.outbox")) {
                assertThatThrownBy(() -> statement.executeUpdate("delete from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
