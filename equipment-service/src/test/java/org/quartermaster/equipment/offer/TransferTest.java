package org.quartermaster.equipment.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.equipment.offer.Vehicles.EQUIPMENT;
import static org.quartermaster.equipment.offer.Vehicles.OFFERS;
import static org.quartermaster.equipment.offer.Vehicles.accept;
import static org.quartermaster.equipment.offer.Vehicles.awaitOffer;
import static org.quartermaster.equipment.offer.Vehicles.awaitVerifiedSoFar;
import static org.quartermaster.equipment.offer.Vehicles.newAsset;
import static org.quartermaster.equipment.offer.Vehicles.pending;
import static org.quartermaster.equipment.offer.Vehicles.post;
import static org.quartermaster.equipment.offer.Vehicles.transferred;
import static org.quartermaster.equipment.offer.Vehicles.verified;
import static org.quartermaster.platform.testing.Eventually.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestTenant;

/** A vehicle goes from one owner to another, and its history of work goes along. */
@EquipmentTest
class TransferTest {
    private final TestTenant giver = TestTenant.create();
    private final TestTenant taker = TestTenant.create();
    private final String asset = newAsset();
    private final String newAsset = newAsset();
    private String machine;

    @BeforeEach
    void aServicedMachineOfTheGiver() {
        verified(giver, asset, ",\"odometer_km\":500,\"purchase_price\":18500,\"purchase_currency\":\"USD\"");
        machine = accept(giver, awaitOffer(giver, asset), null)
                .statusCode(200)
                .extract()
                .path("equipment_id");
        service("oil_change", "Oil and filter", "2026-01-10T08:00:00Z");
        service("tire_check", "Tyres turned", "2026-02-10T08:00:00Z");
        var wrong = service("other", "Wrong", "2026-03-10T08:00:00Z");
        post(giver, "/api/v1/maintenance/" + wrong + "/corrections", Map.of("void", true, "reason", "never done"))
                .statusCode(201);
    }

    private String service(String type, String description, String at) {
        return post(
                        giver,
                        EQUIPMENT + "/" + machine + "/maintenance",
                        Map.of(
                                "maintenance_type",
                                type,
                                "description",
                                description,
                                "performed_at",
                                at,
                                "performed_by",
                                "Ali Saleh",
                                "cost",
                                84.5,
                                "notes",
                                "Ask for a discount",
                                "parts_replaced",
                                List.of("Filter")))
                .statusCode(201)
                .extract()
                .path("record_id");
    }

    private void awaitGone() {
        await("the giver's machine is gone")
                .until(() -> giver.as("viewer").get(EQUIPMENT + "/" + machine).statusCode() == 404);
    }

    @Test
    void theMachineLeavesTheGiverAndIsOfferedToTheTakerWithItsServices() {
        transferred(giver, asset, taker, newAsset);
        var offer = awaitOffer(taker, newAsset);

        giver.as("viewer").get(EQUIPMENT + "/" + machine).then().statusCode(404);
        giver.manager()
                .get(EQUIPMENT + "/" + machine + "?include_deleted=true")
                .then()
                .statusCode(200)
                .body("vehicle_asset_id", equalTo(asset));
        giver.manager()
                .get(EQUIPMENT + "/" + machine + "/maintenance?include_deleted=true")
                .then()
                .body("records.description", contains("Tyres turned", "Oil and filter"));
        taker.as("viewer")
                .get(OFFERS + "/" + offer)
                .then()
                .body("vehicle_asset_id", equalTo(newAsset))
                .body("vin", equalTo("1HGBH41JXMN109186"))
                .body("proposal.equipment_type", equalTo("vehicle"))
                .body("proposal.model", equalTo("Hilux"))
                .body("proposal.current_km", equalTo(500.0f))
                .body("proposal.purchase_price", nullValue())
                .body("service_count", equalTo(2))
                .body("services.description", contains("Oil and filter", "Tyres turned"))
                .body("services[0].parts_replaced", contains("Filter"))
                .body("services[0]", not(hasKey("cost")))
                .body("services[0]", not(hasKey("performed_by")))
                .body("services[0]", not(hasKey("notes")));
    }

    @Test
    void theAcceptedServicesAreRecordsOfTheTaker() {
        transferred(giver, asset, taker, newAsset);
        var offer = awaitOffer(taker, newAsset);

        var taken = accept(taker, offer, null).statusCode(200).extract().<String>path("equipment_id");

        taker.as("viewer")
                .get(EQUIPMENT + "/" + taken + "/maintenance")
                .then()
                .body("records.description", contains("Tyres turned", "Oil and filter"))
                .body("records.source", contains("transfer", "transfer"))
                .body("records.cost", contains(nullValue(), nullValue()))
                .body("records.performed_by", contains(nullValue(), nullValue()))
                .body("records[1].parts_replaced", contains("Filter"));
        taker.as("viewer")
                .get(EQUIPMENT + "/" + taken + "/maintenance/verify")
                .then()
                .body("ok", equalTo(true));
        taker.as("viewer")
                .get(EQUIPMENT + "/" + taken)
                .then()
                .body("last_maintenance_at", equalTo("2026-02-10T08:00:00Z"))
                .body("purchase_price", nullValue());
        taker.as("viewer").get(EQUIPMENT + "/" + taken + "/cost").then().body("currencies", empty());
    }

    @Test
    void aRepeatedTransferAndALateVerificationHaveNoFurtherEffect() {
        transferred(giver, asset, taker, newAsset);
        var offer = awaitOffer(taker, newAsset);
        accept(taker, offer, null).statusCode(200);

        transferred(giver, asset, taker, newAsset);
        verified(giver, asset, "");
        awaitTransferredSoFar();
        awaitVerifiedSoFar();

        taker.as("viewer").get(OFFERS).then().body("items", hasSize(1));
        assertThat(pending(giver, asset)).isZero();
    }

    /** Events of a subject come one after the other. */
    private void awaitTransferredSoFar() {
        var from = TestTenant.create();
        var to = TestTenant.create();
        var last = newAsset();
        var next = newAsset();
        verified(from, last, "");
        awaitOffer(from, last);
        transferred(from, last, to, next);
        awaitOffer(to, next);
        assertThat(pending(from, last)).isZero();
    }

    @Test
    void aChangeOfHolderAndAnUnknownVehicleHaveNoEffect() {
        transferred(giver, asset, giver, asset);
        transferred(giver, newAsset(), taker, newAsset);
        awaitTransferredSoFar();

        giver.as("viewer").get(EQUIPMENT + "/" + machine).then().statusCode(200);
        taker.as("viewer").get(OFFERS).then().body("items", empty());
    }

    @Test
    void nobodyTakesAVehicleInTheNameOfAnotherTenant() {
        ForeignEvents.publish(
                "vehicle", taker.id(), "asset", "transferred", """
                {"asset_id":"%s","new_asset_id":"%s","from_tenant":"%s","to_tenant":"%s"}
                """.formatted(asset, newAsset, giver.id(), taker.id()));
        awaitTransferredSoFar();

        giver.as("viewer").get(EQUIPMENT + "/" + machine).then().statusCode(200);
        taker.as("viewer").get(OFFERS).then().body("items", empty());
    }

    @Test
    void theVerificationByTheTakerUpdatesTheOfferAndKeepsTheServices() {
        transferred(giver, asset, taker, newAsset);
        var offer = awaitOffer(taker, newAsset);
        awaitGone();

        verified(taker, newAsset, ",\"purchase_price\":12000,\"purchase_currency\":\"EUR\"");
        await("the price").until(() -> Float.valueOf(12000f)
                .equals(taker.as("viewer").get(OFFERS + "/" + offer).path("proposal.purchase_price")));

        taker.as("viewer").get(OFFERS).then().body("items", hasSize(1)).body("items[0].service_count", equalTo(2));
    }

    @Test
    void aTakerWhoWasQuickerGetsTheServicesAtOnce() {
        verified(taker, newAsset, "");
        var taken = accept(taker, awaitOffer(taker, newAsset), null)
                .statusCode(200)
                .extract()
                .<String>path("equipment_id");

        transferred(giver, asset, taker, newAsset);
        awaitGone();

        taker.as("viewer")
                .get(EQUIPMENT + "/" + taken + "/maintenance")
                .then()
                .body("records.source", contains("transfer", "transfer"));
        taker.as("viewer").get(OFFERS + "?state=pending").then().body("items", empty());
    }
}
