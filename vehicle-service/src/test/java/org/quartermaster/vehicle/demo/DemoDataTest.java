package org.quartermaster.vehicle.demo;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class DemoDataTest {
    private static final String SOURCE = "demo-test";

    private final TestTenant tenant = TestTenant.create();
    private final DemoSnapshots feed = new DemoSnapshots(Instant.now().truncatedTo(ChronoUnit.HOURS));

    @Inject
    DemoData demo;

    @Inject
    DemoMarket market;

    @Inject
    SystemConnection database;

    private void write() throws SQLException, JsonProcessingException {
        demo.write(DemoData.user(tenant.id()), UUID.randomUUID(), feed);
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.open()) {
            return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
        }
    }

    @Test
    void freshTenantGetsSixAssetsAndAPendingTransferOnce() throws Exception {
        write();
        write();

        tenant.manager().get("/api/v1/assets").then().statusCode(200).body("total", equalTo(6));
        tenant.manager().get("/api/v1/assets?data_status=verified").then().body("total", equalTo(2));
        tenant.manager().get("/api/v1/assets?data_status=draft").then().body("total", equalTo(3));
        tenant.manager().get("/api/v1/assets?data_status=archived").then().body("total", equalTo(1));
        tenant.manager()
                .get("/api/v1/transfer-requests?status=pending")
                .then()
                .body("total", equalTo(1))
                .body("items[0].target_person_id", equalTo(DemoPeople.DRIVER))
                .body("items[0].asset.model", equalTo("F-150"));
        tenant.manager().get("/api/v1/persons").then().body("items.name", hasItem("Fleet clerk"));
    }

    @Test
    void bothSnapshotsAreLoadedAndTheirOddRowsAreThere() throws Exception {
        var caller = DemoData.user(tenant.id());
        market.write(caller, feed, SOURCE);
        market.write(caller, feed, SOURCE);

        var lots = " from vehicle.lots where source = '" + SOURCE + "'";
        assertEquals(299, count("select count(*)" + lots));
        assertEquals(5, count("select count(*)" + lots + " and relist_count = 1"));
        assertEquals(1, count("select count(*)" + lots + " and vin_kind = 'malformed'"));
        assertEquals(1, count("select count(*)" + lots + " and vin_kind = 'too_short'"));
        assertEquals(1, count("select count(*)" + lots + " and outcome_confidence = 1"));
        assertEquals(
                2,
                count("select count(*) from audit.unknown_values where raw_value in ('TRACKS', 'STEAM')"
                        + " and mapped_code is null"));
        tenant.as("data-admin")
                .get("/api/v1/imports?source=" + SOURCE)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].gate.state", equalTo("open"))
                .body("items[0].counts.disappeared", greaterThan(5))
                .body("items[1].counts.quarantined", equalTo(3));
        assertEquals(Set.of("demo-1.csv", "demo-2.csv"), names());
    }

    private Set<String> names() throws SQLException {
        try (var connection = database.open()) {
            return Set.copyOf(Sql.query(
                    connection, "select path from raw.csv_files where source = ?", row -> row.getString(1), SOURCE));
        }
    }
}
