package org.quartermaster.equipment.cost;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.TestTenant;

@EquipmentTest
class CostResourceTest {
    private static final String PATH = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    @Inject
    SystemConnection database;

    private ValidatableResponse post(String path, String json) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(json)
                .post(path)
                .then()
                .statusCode(Matchers.lessThan(300));
    }

    private String machine() {
        return post(
                        PATH,
                        "{\"name\":\"A\",\"equipment_type\":\"pump\",\"purchase_price\":1000,"
                                + "\"purchase_currency\":\"USD\"}")
                .extract()
                .path("equipment_id");
    }

    private void execute(String sql, String machine) throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.id());
            statement.setString(2, machine);
            statement.executeUpdate();
        }
    }

    @Test
    void costsAreSummedPerCurrencyAndPartsCountOnce() throws SQLException {
        var machine = machine();
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        post(PATH + "/" + machine + "/telemetry", "{\"hours\":100,\"recorded_at\":\"" + yesterday + "\"}");
        post(PATH + "/" + machine + "/telemetry", "{\"hours\":110}");
        post(
                PATH + "/" + machine + "/maintenance",
                "{\"maintenance_type\":\"repair\",\"description\":\"x\",\"cost\":50,\"parts\":["
                        + "{\"name\":\"Seal\",\"quantity\":2,\"unit_cost\":10},"
                        + "{\"name\":\"Oil\",\"unit_cost\":7,\"currency\":\"EUR\"}]}");
        execute(
                "insert into equipment_costs (tenant_id, equipment_id, kind, amount, currency, at, source, source_id)"
                        + " values (?, ?, 'valuation', 600, 'USD', now() - interval '1 hour', 'event', 'e1')",
                machine);

        tenant.as("viewer")
                .get(PATH + "/" + machine + "/cost")
                .then()
                .statusCode(200)
                .body("hours_run", equalTo(10.00f))
                .body("currencies.currency", contains("EUR", "USD"))
                .body("currencies[0].parts", equalTo(7.00f))
                .body("currencies[1].purchase", equalTo(1000.00f))
                .body("currencies[1].maintenance", equalTo(30.00f))
                .body("currencies[1].parts", equalTo(20.00f))
                .body("currencies[1].valuation", equalTo(600.00f))
                .body("currencies[1].total_cost_of_ownership", equalTo(450.00f))
                .body("currencies[1].running_cost_per_hour", equalTo(5.0000f));
        tenant.as("viewer")
                .get(PATH + "/" + machine + "/cost?to=2020-01-01")
                .then()
                .body("currencies", hasSize(0));
        TestTenant.create()
                .as("viewer")
                .get(PATH + "/" + machine + "/cost")
                .then()
                .statusCode(404);
    }

    @Test
    void partWithoutAPriceTakesThatOfItsRecommendation() throws SQLException {
        var machine = machine();
        post(PATH + "/" + machine + "/alerts", "{\"maintenance_type\":\"repair\",\"description\":\"Leak\"}");
        execute(
                "insert into alert_recommendations (tenant_id, recommendation_id, line_no, alert_id, sku, name, kind,"
                        + " unit_price, currency) select tenant_id, 'rec_1', 1, alert_id, 'S-1', 'Seal', 'part', 12.5,"
                        + " 'USD' from equipment_alerts where tenant_id = ? and equipment_id = ?",
                machine);

        post(
                        PATH + "/" + machine + "/maintenance",
                        "{\"maintenance_type\":\"repair\",\"description\":\"x\",\"parts\":["
                                + "{\"name\":\"Seal\",\"sku\":\"s-1\",\"quantity\":2,\"recommendation_id\":\"rec_1\"}]}")
                .body("parts[0].unit_cost", equalTo(12.50f))
                .body("cost", equalTo(25.00f))
                .body("currency", equalTo("USD"));
    }
}
