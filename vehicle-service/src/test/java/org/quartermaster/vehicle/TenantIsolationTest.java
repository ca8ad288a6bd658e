package org.quartermaster.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TenancyContract;
import org.quartermaster.platform.testing.TestTenant;

/** The walls between tenants of this service, and between tenants and what all of them read. */
@VehicleTest
class TenantIsolationTest extends TenancyContract {
    private static final List<String> MARKET = List.of(
            "vehicle.vehicles",
            "vehicle.lots",
            "vehicle.sale_events",
            "vehicle.images",
            "vehicle.taxonomy",
            "vehicle.removals",
            "raw.csv_files",
            "staging.copart_raw",
            "audit.etl_runs",
            "audit.lot_events",
            "system.system_data_completion_weights");

    TenantIsolationTest() {
        super("vehicle", List.of("vehicle.asset_history", "platform.outbox"), List.of("vehicle.handover_codes"));
    }

    @Override
    protected String insert(String tenant) throws SQLException {
        try (var connection = app()) {
            insert(connection, tenant, "1HGCM82633A004352");
            return "vehicle.assets";
        }
    }

    private static UUID insert(Connection connection, String tenant, String vin) throws SQLException {
        enter(connection, tenant);
        try (var statement = connection.prepareStatement(
                "insert into vehicle.assets (tenant_id, vin, make) values (?, ?, 'Honda') returning id")) {
            statement.setString(1, tenant);
            statement.setString(2, vin);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    @Test
    void whatIsGlobalIsReadByAllAndWrittenByNoRequest() throws SQLException {
        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, owner.id());
            for (var table : MARKET) {
                count(connection, table);
                assertThatThrownBy(() -> statement.executeUpdate("delete from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aVinStandsOnceAmongTheLiveAssetsOfATenantAndFreelyInAnother() throws SQLException {
        try (var connection = app()) {
            insert(connection, owner.id(), "JTDBU4EE9B9123456");

            assertThatThrownBy(() -> insert(connection, owner.id(), "JTDBU4EE9B9123456"))
                    .hasMessageContaining("assets_live_vin_unique");
            assertThat(insert(connection, TestTenant.create().id(), "JTDBU4EE9B9123456"))
                    .isNotNull();
        }
    }

    @Test
    void usersAndPersonsAreSeenByTheTenantsThatTheyAreMembersOf() throws SQLException {
        var user = UUID.randomUUID();
        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, owner.id());
            statement.executeUpdate("insert into identity.memberships (tenant_id, user_id) values ('%s', '%s')"
                    .formatted(owner.id(), user));
            statement.executeUpdate("insert into identity.users (id, full_name) values ('%s', 'A')".formatted(user));

            assertThat(count(connection, "identity.users")).isEqualTo(1);
            enter(connection, "t_intruder");
            assertThat(count(connection, "identity.users")).isZero();
            assertThat(count(connection, "identity.memberships")).isZero();
        }
    }

    @Test
    void aTransferIsSeenByBothSidesAndAnOrganizationIsTurnedIntoItsTenantAlone() throws SQLException {
        var user = UUID.randomUUID();
        var taker = TestTenant.create().id();
        var organization = UUID.randomUUID();
        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, taker);
            statement.executeUpdate("insert into identity.organizations (tenant_id, id) values ('%s', '%s')"
                    .formatted(taker, organization));
            var asset = insert(connection, owner.id(), "WBA71DC010CH14720");
            statement.executeUpdate("insert into identity.memberships (tenant_id, user_id) values ('%s', '%s')"
                    .formatted(owner.id(), user));
            statement.executeUpdate("insert into identity.users (id) values ('%s')".formatted(user));
            statement.executeUpdate("""
                    insert into vehicle.vehicle_transfer_requests
                      (tenant_id, asset_id, requester_id, kind, target_tenant_id, expires_at)
                    select '%s', '%s', '%s', 'handover', vehicle.tenant_of_organization('%s'), now()
                    """.formatted(owner.id(), asset, user, organization));

            assertThat(count(connection, "identity.organizations")).isZero();
            assertThat(count(connection, "vehicle.vehicle_transfer_requests")).isEqualTo(1);
            enter(connection, taker);
            assertThat(count(connection, "vehicle.vehicle_transfer_requests")).isEqualTo(1);
            enter(connection, "t_third");
            assertThat(count(connection, "vehicle.vehicle_transfer_requests")).isZero();
        }
    }

    @Test
    void weightsThatDoNotSumToAHundredAreRefusedAtTheEndOfTheTransaction() throws SQLException {
        try (var connection = VehicleDatabase.system();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("""
                    update system.system_data_completion_weights set weight_percent = 90 where entity_type = 'person'
                    """);

            assertThatThrownBy(connection::commit).hasMessageContaining("sum to 90");
        }
    }
}
