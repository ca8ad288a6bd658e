package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.quartermaster.system.OnCommonPlatform;
import org.quartermaster.system.Platform;

/** Flow F2: a machine reports that its oil is due, and whoever opens the alert sees the filter that it needs. */
@OnCommonPlatform
class BreakdownToPartsTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static Platform platform;

    private final String sku = "FLT-" + UUID.randomUUID().toString().substring(0, 8);
    private final Client equipment = Client.demo(platform, "equipment");
    private final Client catalog = Client.demo(platform, "catalog");
    private final Client procurement = Client.demo(platform, "procurement");
    private long product;
    private long warehouse;
    private String machine;

    @BeforeAll
    static void start(Platform common) {
        platform = common;
    }

    @BeforeEach
    void keepTheFilterInStock() {
        product = catalog.post("products", """
                        {"sku": "%s", "name": "Oil filter"}""".formatted(sku)).path("id").asLong();
        catalog.post("products/" + product + "/prices", "{\"amount\": 9.5}");
        warehouse = catalog.post("warehouses", """
                        {"code": "W%s", "name": "Yard"}""".formatted(sku)).path("id").asLong();
        move("receipt", 16);
        catalog.put(
                "inventory/%d/%d".formatted(product, warehouse), "{\"reorder_level\": 5, \"reorder_quantity\": 20}");
        catalog.post("maintenance-kits", """
                {"maintenance_type": "oil_change", "equipment_type": "tractor", "brand": "Acme", "model": "%s",
                 "name": "Oil change", "items": [{"product_id": %d, "kind": "part", "quantity": 2, "uom": "C62",
                 "mandatory": true, "reason": "The manual asks for it."}]}""".formatted(sku, product));
    }

    private void move(String kind, int quantity) {
        catalog.post("stock-movements", """
                {"product_id": %d, "warehouse_id": %d, "kind": "%s", "quantity": %d}""".formatted(product, warehouse, kind, quantity));
    }

    @BeforeEach
    void planTheOilChange() {
        machine = equipment
                .post("equipment", """
                        {"name": "Tractor", "equipment_type": "tractor", "brand": "Acme", "model": "%s",
                         "current_hours": 249.6}""".formatted(sku))
                .path("equipment_id")
                .asText();
        equipment.post("plans", """
                {"equipment_id": "%s", "name": "Oil", "maintenance_type": "oil_change", "interval_hours": 250,
                 "last_done_hours": 0, "lead_hours": 0}""".formatted(machine));
    }

    private JsonNode alerts() {
        return equipment.get("alerts?equipment_id=" + machine).path("alerts");
    }

    private JsonNode recommended() {
        return alerts().path(0).path("recommendations");
    }

    private JsonNode filter() {
        for (var item : recommended()) {
            if (item.path("sku").asText().equals(sku)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    private long notices() {
        return procurement.get("notifications?type=inventory&limit=100").findValuesAsText("title").stream()
                .filter(title -> title.contains(sku))
                .count();
    }

    @Disturbed
    void theAlertShowsTheFilterAndTheManagersHearThatItRunsLow(Disturbance disturbance) throws Exception {
        disturbance.around(
                platform,
                "equipment",
                "catalog",
                () -> equipment.post("equipment/" + machine + "/telemetry", "{\"hours\": 250.1}"));

        await("the alert shows the filter").atMost(LONGEST).untilAsserted(() -> assertThat(
                        recommended().findValuesAsText("sku"))
                .contains(sku));
        disturbance.after();
        assertThat(alerts()).hasSize(1);
        assertThat(recommended().findValuesAsText("sku")).containsOnlyOnce(sku);
        var part = filter();
        assertThat(part.path("kind").asText()).isEqualTo("part");
        assertThat(part.path("mandatory").asBoolean()).isTrue();
        assertThat(part.path("unit_price").decimalValue()).isEqualByComparingTo("9.5");
        assertThat(part.path("in_stock").asBoolean()).isTrue();
        assertThat(catalog.get("recommendations?source=equipment_alert&limit=100")
                        .findValuesAsText("source_ref"))
                .containsOnlyOnce(alerts().path(0).path("alert_id").asText());

        disturbance.around(platform, "catalog", "procurement", () -> move("issue", 16));

        await("the managers are told").atMost(LONGEST).until(() -> notices() > 0);
        await("the alert shows that there is none").atMost(LONGEST).until(() -> !filter().path("in_stock")
                .asBoolean());
        disturbance.after();
        assertThat(notices()).as("notices of low stock").isOne();
    }
}
