package org.quartermaster.equipment.offer;

import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.testing.ForeignEvents;
import org.quartermaster.platform.testing.TestTenant;

/** What vehicle-service says, and what a tenant sees of it. */
final class Vehicles {
    static final String OFFERS = "/api/v1/offers";
    static final String EQUIPMENT = "/api/v1/equipment";

    private Vehicles() {}

    static String newAsset() {
        return UUID.randomUUID().toString();
    }

    static void verified(TestTenant tenant, String asset, String more) {
        ForeignEvents.publish("vehicle", tenant.id(), "asset", "verified", """
                {"asset_id":"%s","vin":"1HGBH41JXMN109186","make":"Toyota","model":"Hilux","year":2020,
                 "unknown":{"a":[1]}%s}""".formatted(asset, more));
    }

    static void transferred(TestTenant from, String asset, TestTenant to, String newAsset) {
        ForeignEvents.publish(
                "vehicle", from.id(), "asset", "transferred", """
                {"asset_id":"%s","new_asset_id":"%s","vin":"1HGBH41JXMN109186","make":"Toyota","model":"Hilux",
                 "year":2020,"kind":"handover","from_tenant":"%s","to_tenant":"%s"}
                """.formatted(asset, newAsset, from.id(), to.id()));
    }

    /** The id of the one offer of a vehicle that waits for an answer, once it is there. */
    static String awaitOffer(TestTenant tenant, String asset) {
        await("an offer of " + asset).until(() -> pending(tenant, asset) == 1);
        return tenant.as("viewer")
                .get(OFFERS + "?state=pending&vehicle_asset_id=" + asset)
                .path("items[0].offer_id");
    }

    static int pending(TestTenant tenant, String asset) {
        return tenant.as("viewer")
                .get(OFFERS + "?state=pending&vehicle_asset_id=" + asset)
                .path("total");
    }

    /** Events of a subject come one after the other, so what was said before is done when a last one is. */
    static void awaitVerifiedSoFar() {
        var other = TestTenant.create();
        var asset = newAsset();
        verified(other, asset, "");
        awaitOffer(other, asset);
    }

    static ValidatableResponse accept(TestTenant tenant, String offer, String machine) {
        return post(
                tenant, OFFERS + "/" + offer + "/accept", machine == null ? Map.of() : Map.of("equipment_id", machine));
    }

    static ValidatableResponse dismiss(TestTenant tenant, String offer) {
        return post(tenant, OFFERS + "/" + offer + "/dismiss", Map.of());
    }

    static ValidatableResponse post(TestTenant tenant, String path, Map<String, ?> body) {
        return tenant.manager()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** The id of a new machine. */
    static String machine(TestTenant tenant, Map<String, ?> body) {
        return post(tenant, EQUIPMENT, body).statusCode(201).extract().path("equipment_id");
    }
}
