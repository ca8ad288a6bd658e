package org.quartermaster.system.flow;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The auction market of the demo, where the demo organization buys. */
record Market(Client vehicle) {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String DEMO = "00000000-0000-4000-8000-000000000100";

    /** A lot that nobody owns; waits until the market has some. */
    JsonNode lot() {
        await("the demo's market").atMost(LONGEST).until(() -> unowned() != null);
        return unowned();
    }

    private JsonNode unowned() {
        for (var lot : vehicle.get("lots?status=active&year_min=2010&limit=100").path("items")) {
            var owned = vehicle.get("assets?vin=" + lot.path("vin").asText()).path("items");
            if ("valid".equals(lot.path("vin_check").asText()) && owned.isEmpty()) {
                return lot;
            }
        }
        return null;
    }

    /** The draft that a recorded sale made, with what a lot does not tell. */
    JsonNode buy(JsonNode lot) {
        var sale = """
                {"sale_date": "%s", "status": "sold", "final_bid": 4100, "currency_code": "USD",
                 "buyer_organization_id": "%s"}""".formatted(Instant.now().minus(1, ChronoUnit.HOURS), DEMO);
        vehicle.post("lots/" + lot.path("id").asText() + "/sale-events", sale);
        var asset = vehicle.get("assets?vin=" + lot.path("vin").asText())
                .path("items")
                .get(0);
        vehicle.patch("assets/" + asset.path("id").asText(), """
                {"owner_org_id": "%s", "license_plate": "QM %s", "first_registration_date": "2015-03-02",
                 "registration_country": "US"}""".formatted(
                        DEMO, asset.path("id").asText().substring(0, 8)));
        return asset;
    }
}
