package org.quartermaster.catalog;

import java.sql.SQLException;
import java.util.List;
import org.quartermaster.platform.testing.TenancyContract;

/** The walls between tenants of this service, and between tenants and what all of them read. */
@CatalogTest
class TenantIsolationTest extends TenancyContract {
    TenantIsolationTest() {
        super("catalog", List.of("platform.outbox"), List.of());
    }

    @Override
    protected String insert(String tenant) throws SQLException {
        try (var connection = app();
                var statement = connection.createStatement()) {
            enter(connection, tenant);
            statement.executeUpdate("insert into catalog.warehouse (tenant_id, code, name) values ('%s', 'W', 'Yard')"
                    .formatted(tenant));
            return "catalog.warehouse";
        }
    }
}
