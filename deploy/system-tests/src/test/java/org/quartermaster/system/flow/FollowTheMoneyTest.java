package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.quartermaster.system.OnCommonPlatform;
import org.quartermaster.system.Platform;

/** Flow F6: what was paid for a machine, for its service and its parts, and what it is worth, add up in one place. */
@OnCommonPlatform
class FollowTheMoneyTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static Platform platform;

    private final String sku = "OIL-" + UUID.randomUUID().toString().substring(0, 8);
    private final Client vehicle = Client.demo(platform, "vehicle");
    private final Client equipment = Client.demo(platform, "equipment");
    private final Client catalog = Client.demo(platform, "catalog");

    @BeforeAll
    static void start(Platform common) {
        platform = common;
    }

    /** The machine that a vehicle has become. */
    private String accept(String asset) {
        var offers = "offers?vehicle_asset_id=" + asset;
        await("the vehicle is offered")
                .atMost(LONGEST)
                .until(() -> !equipment.get(offers).path("items").isEmpty());
        var offer = equipment.get(offers).path("items").get(0).path("offer_id").asText();
        var machine = equipment
                .post("offers/" + offer + "/accept", "{}")
                .path("equipment_id")
                .asText();
        equipment.patch("equipment/" + machine, "{\"model\": \"%s\"}".formatted(sku));
        return machine;
    }

    /** The catalog has the oil that this machine needs. */
    private void sellItsOil() {
        var product = catalog.post("products", """
                        {"sku": "%s", "name": "Engine oil"}""".formatted(sku)).path("id").asLong();
        catalog.post("products/" + product + "/prices", "{\"amount\": 9.5}");
        catalog.post("maintenance-kits", """
                {"maintenance_type": "oil_change", "model": "%s", "name": "Oil change", "items": [{"product_id": %d,
                 "kind": "part", "quantity": 2, "uom": "C62", "mandatory": true, "reason": "The manual asks for it."}]}
                """.formatted(sku, product));
    }

    private void planItsOilChange(String machine) {
        run(machine, 240, Instant.now().minus(Duration.ofDays(1)));
        equipment.post("plans", """
                {"equipment_id": "%s", "name": "Oil", "maintenance_type": "oil_change", "interval_hours": 250,
                 "last_done_hours": 0, "lead_hours": 0}""".formatted(machine));
    }

    private void run(String machine, int hours, Instant at) {
        equipment.post(
                "equipment/" + machine + "/telemetry", "{\"hours\": %d, \"recorded_at\": \"%s\"}".formatted(hours, at));
    }

    private void appraise(String asset) {
        vehicle.post("assets/" + asset + "/reopen", "{\"reason\": \"appraised\"}");
        vehicle.patch("assets/" + asset, "{\"value\": 3900, \"value_currency\": \"USD\"}");
        vehicle.post("assets/" + asset + "/verify", "{}");
    }

    private JsonNode oil(String machine) {
        for (var alert : equipment.get("alerts?equipment_id=" + machine).path("alerts")) {
            for (var part : alert.path("recommendations")) {
                if (part.path("sku").asText().equals(sku)) {
                    return part;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode report(String machine) {
        return equipment.get("equipment/" + machine + "/cost");
    }

    private JsonNode dollars(String machine) {
        return report(machine).path("currencies").path(0);
    }

    @Disturbed
    void priceServicePartsAndValueOfAMachineAddUp(Disturbance disturbance) throws Exception {
        var market = new Market(vehicle);
        var asset = market.buy(market.lot()).path("id").asText();
        vehicle.post("assets/" + asset + "/verify", "{}");
        var machine = accept(asset);
        sellItsOil();
        planItsOilChange(machine);

        disturbance.around(platform, "vehicle", "equipment", () -> {
            appraise(asset);
            run(machine, 250, Instant.now());
        });
        await("the alert shows the oil").atMost(LONGEST).until(() -> !oil(machine)
                .isMissingNode());
        equipment.post("equipment/" + machine + "/maintenance", """
                {"maintenance_type": "oil_change", "description": "Oil changed", "cost": 180, "currency": "USD",
                 "parts": [{"name": "Engine oil", "sku": "%s", "quantity": 2, "recommendation_id": "%s"}]}""".formatted(
                        sku, oil(machine).path("recommendation_id").asText()));

        await("the value is known")
                .atMost(LONGEST)
                .until(() -> dollars(machine).path("valuation").isNumber());
        disturbance.after();
        assertThat(report(machine).path("currencies")).as("currencies").hasSize(1);
        assertThat(report(machine).path("hours_run").decimalValue()).isEqualByComparingTo("10");
        expect(machine, "purchase", "4100");
        expect(machine, "maintenance", "161");
        expect(machine, "parts", "19");
        expect(machine, "fees", "0");
        expect(machine, "valuation", "3900");
        expect(machine, "total_cost_of_ownership", "380");
        expect(machine, "running_cost_per_hour", "18");
    }

    private void expect(String machine, String name, String amount) {
        assertThat(dollars(machine).path(name).decimalValue()).as(name).isEqualByComparingTo(amount);
    }
}
