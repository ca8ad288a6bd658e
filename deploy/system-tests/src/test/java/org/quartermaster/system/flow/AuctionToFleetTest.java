package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.quartermaster.system.Newcomer;
import org.quartermaster.system.OnCommonPlatform;
import org.quartermaster.system.Platform;
import org.quartermaster.system.Visitor;

/** Flow F4: a vehicle that was bought at an auction becomes a machine, and follows its owner. */
@OnCommonPlatform
class AuctionToFleetTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static Platform platform;
    private static Visitor taker;

    private final Client vehicle = Client.demo(platform, "vehicle");
    private final Client equipment = Client.demo(platform, "equipment");

    @BeforeAll
    static void start(Platform common) throws Exception {
        platform = common;
        taker = Newcomer.of(platform);
    }

    private static JsonNode offers(Client client, String asset) {
        return client.get("offers?vehicle_asset_id=" + asset).path("items");
    }

    @Disturbed
    void whatWasBoughtBecomesAMachineAndGoesWhereItsVehicleGoes(Disturbance disturbance) throws Exception {
        var market = new Market(vehicle);
        var lot = market.lot();
        var asset = market.buy(lot);
        var id = asset.path("id").asText();
        assertThat(asset.path("data_status").asText()).isEqualTo("draft");
        assertThat(asset.path("purchase_price").decimalValue()).isEqualByComparingTo("4100");

        disturbance.around(platform, "vehicle", "equipment", () -> vehicle.post("assets/" + id + "/verify", "{}"));

        await("the vehicle is offered").atMost(LONGEST).until(() -> !offers(equipment, id)
                .isEmpty());
        disturbance.after();
        assertThat(offers(equipment, id)).hasSize(1);
        var accepted = equipment.post(
                "offers/" + offers(equipment, id).get(0).path("offer_id").asText() + "/accept", "{}");
        var machine = accepted.path("equipment_id").asText();
        assertThat(equipment.get("equipment/" + machine).path("vin").asText())
                .isEqualTo(lot.path("vin").asText());

        var given = handOver(disturbance, id);

        var takersEquipment = new Client(platform, "equipment", taker.token());
        await("the vehicle is offered to the taker").atMost(LONGEST).until(() -> !offers(takersEquipment, given)
                .isEmpty());
        disturbance.after();
        assertThat(offers(takersEquipment, given)).hasSize(1);
        var ofTheVehicle = "equipment?vin=" + lot.path("vin").asText();
        assertThat(equipment.get(ofTheVehicle).path("equipment"))
                .as("machines of the giver")
                .isEmpty();
        assertThat(equipment.get(ofTheVehicle + "&include_deleted=true").findValuesAsText("equipment_id"))
                .as("those that are gone")
                .containsExactly(machine);
        assertThat(equipment
                        .get("equipment/" + machine + "/history?include_deleted=true")
                        .path("items"))
                .as("the history that the giver keeps")
                .isNotEmpty();
    }

    /** Hands the vehicle over by a code; its id with the taker. */
    private String handOver(Disturbance disturbance, String asset) throws Exception {
        var code = vehicle.post("assets/" + asset + "/transfer-requests", "{\"kind\": \"handover\"}")
                .path("handover_code")
                .asText();
        var taking = new Client(platform, "vehicle", taker.token());
        var request = taking.post("transfer-requests/redeem", "{\"handover_code\": \"%s\"}".formatted(code))
                .path("id")
                .asText();
        disturbance.around(
                platform, "vehicle", "equipment", () -> taking.post("transfer-requests/" + request + "/approve", "{}"));
        return taking.get("transfer-requests/" + request).path("new_asset_id").asText();
    }
}
