package org.quartermaster.equipment.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.TenancyContract;
import org.quartermaster.platform.testing.TestTenant;

/** The walls between tenants of this service. */
@EquipmentTest
class TenantIsolationTest extends TenancyContract {
    TenantIsolationTest() {
        super(
                "equipment",
                List.of("equipment_maintenance", "equipment_audit", "alert_log", "platform.outbox"),
                List.of("scan_directory"));
    }

    @Override
    protected String insert(String tenant) {
        new TestTenant(tenant)
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"A\",\"equipment_type\":\"pump\",\"current_hours\":5}")
                .post("/api/v1/equipment")
                .then()
                .statusCode(201);
        return "equipment";
    }

    @Test
    void ownTenantSeesItsRowsThroughSearchFunctionsToo() throws SQLException {
        insert(owner.id());

        try (var connection = app()) {
            enter(connection, owner.id());

            assertThat(count(connection, "equipment")).isEqualTo(1);
            assertThat(count(connection, "search_machines('a')")).isEqualTo(1);
        }
    }
}
