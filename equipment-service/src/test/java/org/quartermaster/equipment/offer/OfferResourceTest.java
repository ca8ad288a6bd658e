package org.quartermaster.equipment.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.equipment.offer.Vehicles.EQUIPMENT;
import static org.quartermaster.equipment.offer.Vehicles.OFFERS;
import static org.quartermaster.equipment.offer.Vehicles.accept;
import static org.quartermaster.equipment.offer.Vehicles.awaitOffer;
import static org.quartermaster.equipment.offer.Vehicles.dismiss;
import static org.quartermaster.equipment.offer.Vehicles.machine;
import static org.quartermaster.equipment.offer.Vehicles.newAsset;
import static org.quartermaster.equipment.offer.Vehicles.verified;
import static org.quartermaster.platform.testing.Eventually.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** Verified vehicles are offered as machines. */
@EquipmentTest
class OfferResourceTest {
    private static final String VIN = "1HGBH41JXMN109186";
    private static final String PRICED = ",\"odometer_km\":81250.4,\"purchase_price\":18500.00,"
            + "\"purchase_currency\":\"USD\",\"value\":17000,\"value_currency\":\"USD\"";

    private final TestTenant tenant = TestTenant.create();
    private final String asset = newAsset();

    private static List<String> events(TestTenant tenant, String offer) throws SQLException {
        var sql = """
                select split_part(subject, '.', 5) from platform.outbox
                where tenant_id = ? and entity = 'offer' and entity_id = ? order by seq
                """;
        try (var connection = LocalServers.adminConnection("equipment");
                var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.id());
            query.setString(2, offer);
            var verbs = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    verbs.add(rows.getString(1));
                }
            }
            return verbs;
        }
    }

    @Test
    void aVerifiedVehicleIsOfferedOnceAndUpdated() throws SQLException {
        verified(tenant, asset, "");
        var offer = awaitOffer(tenant, asset);

        verified(tenant, asset, PRICED);
        await("the price").until(() -> tenant.as("viewer")
                .get(OFFERS + "/" + offer)
                .path("proposal.purchase_price")
                .equals(18500.00f));

        tenant.as("viewer")
                .get(OFFERS)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].offer_id", equalTo(offer))
                .body("items[0].vehicle_asset_id", equalTo(asset))
                .body("items[0].vin", equalTo(VIN))
                .body("items[0].state", equalTo("pending"))
                .body("items[0].proposal.equipment_type", equalTo("vehicle"))
                .body("items[0].proposal.brand", equalTo("Toyota"))
                .body("items[0].proposal.current_km", equalTo(81250.4f))
                .body("items[0].suggested_equipment_id", nullValue())
                .body("items[0].version", equalTo(2));
        tenant.as("viewer").get(OFFERS + "?state=accepted,dismissed").then().body("items", empty());
        tenant.as("viewer")
                .get(OFFERS + "?fields=offer_id,vin")
                .then()
                .body("items", contains(Map.of("offer_id", offer, "vin", VIN)));
        tenant.as("viewer").get(OFFERS + "?state=gone").then().statusCode(422);
        assertThat(events(tenant, offer)).containsExactly("created", "updated");
    }

    @Test
    void anAcceptedOfferIsAMachineWithItsCosts() throws SQLException {
        verified(tenant, asset, PRICED);
        var offer = awaitOffer(tenant, asset);

        var machine = accept(tenant, offer, null)
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .extract()
                .<String>path("equipment_id");

        tenant.as("viewer")
                .get(EQUIPMENT + "/" + machine)
                .then()
                .statusCode(200)
                .body("name", equalTo("Toyota Hilux 2020"))
                .body("equipment_type", equalTo("vehicle"))
                .body("vin", equalTo(VIN))
                .body("vehicle_asset_id", equalTo(asset))
                .body("brand", equalTo("Toyota"))
                .body("year", equalTo(2020))
                .body("current_km", equalTo(81250.4f))
                .body("purchase_price", equalTo(18500.00f))
                .body("purchase_currency", equalTo("USD"));
        tenant.as("viewer")
                .get(EQUIPMENT + "/" + machine + "/cost")
                .then()
                .body("currencies", hasSize(1))
                .body("currencies[0].purchase", equalTo(18500.00f))
                .body("currencies[0].valuation", equalTo(17000.00f))
                .body("currencies[0].total_cost_of_ownership", equalTo(1500.00f));
        accept(tenant, offer, null).statusCode(200).body("equipment_id", equalTo(machine));
        accept(tenant, offer, "eq_other").statusCode(409);
        dismiss(tenant, offer).statusCode(409).body("code", equalTo("invalid_transition"));
        assertThat(events(tenant, offer)).containsExactly("created", "accepted");
    }

    @Test
    void aDismissedOfferStaysDismissedUntilTheVehicleIsVerifiedAgain() throws SQLException {
        verified(tenant, asset, "");
        var offer = awaitOffer(tenant, asset);

        dismiss(tenant, offer).statusCode(200).body("state", equalTo("dismissed"));

        dismiss(tenant, offer).statusCode(200);
        accept(tenant, offer, null).statusCode(409);
        assertThat(events(tenant, offer)).containsExactly("created", "dismissed");
        verified(tenant, asset, "");
        assertThat(awaitOffer(tenant, asset)).isNotEqualTo(offer);
    }

    @Test
    void aMachineWithTheVinIsSuggestedAndLinkedWithoutOverwritingWhatItSays() {
        var known = machine(
                tenant,
                Map.of(
                        "name", "White pickup",
                        "equipment_type", "other",
                        "serial_number", VIN.toLowerCase(),
                        "brand", "TOYOTA",
                        "purchase_price", 17999,
                        "purchase_currency", "EUR"));
        verified(tenant, asset, PRICED);
        var offer = awaitOffer(tenant, asset);
        tenant.as("viewer").get(OFFERS + "/" + offer).then().body("suggested_equipment_id", equalTo(known));

        accept(tenant, offer, known).statusCode(200).body("state", equalTo("linked"));

        accept(tenant, offer, known).statusCode(200).body("equipment_id", equalTo(known));
        tenant.as("viewer")
                .get(EQUIPMENT + "/" + known)
                .then()
                .body("name", equalTo("White pickup"))
                .body("equipment_type", equalTo("other"))
                .body("brand", equalTo("TOYOTA"))
                .body("model", equalTo("Hilux"))
                .body("vin", equalTo(VIN))
                .body("vehicle_asset_id", equalTo(asset))
                .body("current_km", equalTo(81250.4f))
                .body("purchase_price", equalTo(17999.00f))
                .body("purchase_currency", equalTo("EUR"));
    }

    @Test
    void aVinThatIsTakenIsAConflictAndAnUnknownMachineIsNot() {
        machine(tenant, Map.of("name", "A", "equipment_type", "vehicle", "vin", VIN));
        verified(tenant, asset, "");
        var offer = awaitOffer(tenant, asset);

        accept(tenant, offer, null).statusCode(409).body("errors[0].field", equalTo("vin"));
        accept(tenant, offer, "eq_unknown").statusCode(422).body("errors[0].code", equalTo("equipment_not_found"));
        tenant.as("viewer").get(OFFERS + "/" + offer).then().body("state", equalTo("pending"));
    }

    @Test
    void newsOfALinkedMachineFillEmptyFieldsAndWriteCosts() {
        verified(tenant, asset, "");
        var machine = accept(tenant, awaitOffer(tenant, asset), null)
                .statusCode(200)
                .extract()
                .<String>path("equipment_id");

        verified(tenant, asset, PRICED);
        awaitValuation(machine, 17000.00f);
        verified(tenant, asset, PRICED.replace("17000", "16000").replace("18500.00", "18600.00"));
        awaitValuation(machine, 16000.00f);

        tenant.as("viewer")
                .get(EQUIPMENT + "/" + machine)
                .then()
                .body("current_km", equalTo(81250.4f))
                .body("purchase_price", equalTo(18500.00f));
        tenant.as("viewer")
                .get(EQUIPMENT + "/" + machine + "/cost")
                .then()
                .body("currencies.currency", contains("USD"))
                .body("currencies[0].purchase", equalTo(18600.00f));
        tenant.as("viewer").get(OFFERS + "?state=pending").then().body("items", empty());
    }

    private void awaitValuation(String machine, float value) {
        await("the value").until(() -> Float.valueOf(value)
                .equals(tenant.as("viewer")
                        .get(EQUIPMENT + "/" + machine + "/cost")
                        .path("currencies[0].valuation")));
    }

    @Test
    void offersAreForTheirTenantAndAnsweredByManagers() {
        verified(tenant, asset, "");
        var offer = awaitOffer(tenant, asset);
        var other = TestTenant.create();

        other.as("viewer").get(OFFERS).then().body("items", empty());
        other.as("viewer").get(OFFERS + "/" + offer).then().statusCode(404).body("code", equalTo("offer_not_found"));
        accept(other, offer, null).statusCode(404);
        dismiss(other, offer).statusCode(404);
        tenant.as("operator").post(OFFERS + "/" + offer + "/accept").then().statusCode(403);
        tenant.as("operator").post(OFFERS + "/" + offer + "/dismiss").then().statusCode(403);
        var tag = tenant.as("viewer").get(OFFERS + "/" + offer).header("ETag");
        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get(OFFERS + "/" + offer)
                .then()
                .statusCode(304);
    }
}
