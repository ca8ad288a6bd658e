package org.quartermaster.vehicle.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** A vehicle goes to another organization. */
@VehicleTest
class HandoverTest {
    private static final String VIN = "1HGCM82633A004352";
    private static final String BY_CODE = "{\"kind\": \"handover\"}";

    private final Party giver = Party.of(TestTenant.create());
    private final Party taker = Party.of(TestTenant.create());
    private final Party third = Party.of(TestTenant.create());
    private UUID asset;

    @BeforeEach
    void enterTheVehicle() {
        asset = giver.asset(VIN);
    }

    private String askTaker() {
        return giver.ask(asset, """
                        {"kind": "handover", "target_organization_id": "%s"}""".formatted(taker.organization()))
                .statusCode(201)
                .body("$", not(hasKey("handover_code")))
                .extract()
                .path("id");
    }

    private ValidatableResponse askByCode() {
        return giver.as("manager")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body(BY_CODE)
                .post("/api/v1/assets/" + asset + "/transfer-requests")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse redeem(Party party, String code) {
        return party.post("/api/v1/transfer-requests/redeem", "{\"handover_code\": \"%s\"}".formatted(code));
    }

    private static String of(String asset, String columns) {
        return Party.read("select " + columns + " from vehicle.assets where id = cast(? as uuid)", asset);
    }

    @Test
    void theTakerConsentsAndHasADraftWhileTheGiversAssetIsArchived() {
        var request = askTaker();
        giver.decide(request, "approve", "{}").statusCode(403).body("code", is("self_approval"));
        taker.get("/api/v1/transfer-requests?direction=incoming")
                .body("items.id", contains(request))
                .body("items[0].asset.make", is("Honda"));
        third.get("/api/v1/transfer-requests/" + request).statusCode(404);

        var fresh = taker.decide(request, "approve", "{}")
                .statusCode(200)
                .body("status", is("approved"))
                .extract()
                .<String>path("new_asset_id");

        assertThat(of(asset.toString(), "data_status || ' ' || archive_reason")).isEqualTo("archived transferred");
        assertThat(of(fresh, "concat_ws(' ', tenant_id, data_status, vin, make, model, year, acquisition)"))
                .isEqualTo(taker.tenant().id() + " draft " + VIN + " Honda Accord 2003 transfer");
        assertThat(of(fresh, "coalesce(license_plate, notes, cast(coalesce(purchase_price, value) as text))"))
                .isNull();
        assertThat(of(fresh, "previous_asset_id")).isEqualTo(asset.toString());
        assertThat(of(fresh, "cast(completeness_score as int)")).isEqualTo("60");
        assertThat(Party.read(
                        "select string_agg(reading || source, ',') from vehicle.odometer_readings where asset_id ="
                                + " cast(? as uuid)",
                        fresh))
                .isEqualTo("2000.0transfer");
        assertThat(giver.events("asset.transferred")).isEqualTo(1);
        assertThat(giver.events("transfer.approved")).isEqualTo(1);
        assertThat(taker.events("asset.created")).isEqualTo(1);
        assertThat(taker.events("asset.transferred")).isZero();
        giver.get("/api/v1/transfer-requests?direction=outgoing").body("items[0].new_asset_id", is(fresh));
    }

    @Test
    void bothSidesKeepTheirPartOfTheHistory() {
        var request = askTaker();
        var fresh = taker.decide(request, "approve", "{}").extract().<String>path("new_asset_id");

        var given = "/api/v1/assets/" + asset;
        giver.get(given + "/history")
                .body("items[0].action", is("transferred"))
                .body("items[0].from_status", is("draft"))
                .body("items[0].to_status", is("archived"))
                .body("items[0].actor_id", is(taker.user().toString()))
                .body("items[0].request_id", notNullValue());
        giver.get(given).body("archived_by", is(taker.user().toString())).body("open_transfer_id", nullValue());
        taker.get("/api/v1/assets/" + fresh + "/provenance").body("items.source", everyItem(is("transfer")));
        taker.get(given).statusCode(404);
        giver.get("/api/v1/assets/" + fresh).statusCode(404);
        third.get("/api/v1/assets/" + fresh).statusCode(404);
    }

    @Test
    void whatWasHandedOverIsNotRestored() {
        taker.decide(askTaker(), "approve", "{}").statusCode(200);

        giver.post("/api/v1/assets/" + asset + "/restore", "{\"reason\": \"mine\"}")
                .statusCode(409)
                .body("code", is("asset_transferred"));
    }

    @Test
    void allReadingsGoAlongAndBothSidesSeeThatTheLastOneIsLower() {
        var request = giver.ask(asset, """
                        {"kind": "handover", "target_organization_id": "%s", "odometer_value": 1000,
                         "odometer_unit": "km"}""".formatted(taker.organization()))
                .statusCode(201)
                .extract()
                .<String>path("id");

        taker.get("/api/v1/transfer-requests/" + request)
                .body("odometer_rollback.last_value", is(2000.0f))
                .body("odometer_rollback.value", is(1000.0f));
        giver.get("/api/v1/transfer-requests/" + request).body("odometer_rollback.last_value", is(2000.0f));
        var fresh = taker.decide(request, "approve", "{}").extract().<String>path("new_asset_id");

        taker.get("/api/v1/assets/" + fresh + "/odometer")
                .body("items.reading", contains(1000.0f, 2000.0f))
                .body("items.source", everyItem(is("transfer")));
        taker.get("/api/v1/assets/" + fresh).body("odometer_value", is(1000.0f));
    }

    @Test
    void ofManyConsentsAtOnceOneIsGiven() {
        var request = askTaker();
        var pool = Executors.newFixedThreadPool(5);

        var consenting = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> taker.decide(request, "approve", "{}").extract().statusCode(), pool))
                .toList();
        var answers = consenting.stream().map(CompletableFuture::join).toList();
        pool.shutdown();

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        assertThat(taker.events("asset.created")).isEqualTo(1);
    }

    @Test
    void theEventNamesBothSides() {
        var request = askTaker();

        var fresh = taker.decide(request, "approve", "{}").extract().<String>path("new_asset_id");

        assertThat(Party.read(
                        "select concat_ws(' ', d ->> 'asset_id', d ->> 'new_asset_id', d ->> 'kind', d ->> 'from_tenant',"
                                + " d ->> 'to_tenant', d ->> 'request_id') from (select cast(envelope as jsonb) -> 'data'"
                                + " as d from platform.outbox where tenant_id = ? and subject like '%asset.transferred') e",
                        giver.tenant().id()))
                .isEqualTo(String.join(
                        " ",
                        asset.toString(),
                        fresh,
                        "handover",
                        giver.tenant().id(),
                        taker.tenant().id(),
                        request));
    }

    @Test
    void aVinThatTheTakerHasAlreadyStopsAllOfIt() {
        var own = taker.asset(VIN);
        var request = askTaker();

        taker.decide(request, "approve", "{}")
                .statusCode(409)
                .body("code", is("vin_in_use"))
                .body("asset_id", is(own.toString()));

        assertThat(of(asset.toString(), "data_status")).isEqualTo("draft");
        assertThat(giver.events("transfer.approved")).isZero();
        taker.get("/api/v1/transfer-requests/" + request).body("status", is("pending"));
    }

    @Test
    void theTakerAloneIsToldFromTheBeginningThatItHasTheVinAlready() {
        var own = taker.asset(VIN).toString();
        var code = askByCode().body("vin_in_use_by", nullValue()).extract().<String>path("handover_code");
        var request =
                redeem(taker, code).body("vin_in_use_by", is(own)).extract().<String>path("id");

        taker.get("/api/v1/transfer-requests").body("items.vin_in_use_by", contains(own));
        giver.get("/api/v1/transfer-requests/" + request)
                .body("status", is("pending"))
                .body("vin_in_use_by", nullValue());
        taker.post("/api/v1/assets/" + own + "/archive", "{\"reason\": \"entered twice\"}")
                .statusCode(200);
        taker.get("/api/v1/transfer-requests/" + request).body("vin_in_use_by", nullValue());
        taker.decide(request, "approve", "{}").statusCode(200).body("vin_in_use_by", nullValue());
    }

    @Test
    void whatTheTakerHasIsNotToldToTheGiverByARejection() {
        taker.asset(VIN);
        var request = askTaker();

        taker.decide(request, "reject", "{\"reason\": \"have it\"}")
                .statusCode(200)
                .body("vin_in_use_by", nullValue());

        assertThat(Party.read(
                        "select string_agg(cast(envelope as text), ' ') from platform.outbox where tenant_id = ?"
                                + " and subject like '%transfer.rejected'",
                        giver.tenant().id()))
                .contains("\"vin_in_use_by\":null");
    }

    @Test
    void theTakerRejectsAndTheGiverIsTold() {
        var request = askTaker();

        taker.decide(request, "cancel", "{}").statusCode(403);
        taker.decide(request, "reject", "{\"reason\": \"too old\"}").statusCode(200);

        assertThat(giver.events("transfer.rejected")).isEqualTo(1);
        assertThat(taker.events("transfer.rejected")).isZero();
    }

    @Test
    void aCodeIsToldOnceAndBindsTheRequest() {
        var answer = askByCode().body("handover_code", matchesPattern("[A-Z2-7]{26}"));
        var request = answer.extract().<String>path("id");
        var code = answer.extract().<String>path("handover_code");
        askByCode().body("id", is(request)).body("handover_code", nullValue());
        taker.get("/api/v1/transfer-requests/" + request).statusCode(404);

        redeem(giver, code).statusCode(422).body("code", is("own_tenant"));
        redeem(taker, code.toLowerCase())
                .statusCode(200)
                .body("id", is(request))
                .body("asset.vin", is(VIN));

        redeem(taker, code).statusCode(200);
        redeem(third, code).statusCode(404).body("code", is("handover_code_unknown"));
        third.get("/api/v1/transfer-requests").body("items", empty());
        assertThat(giver.events("transfer.redeemed")).isEqualTo(1);
        taker.decide(request, "approve", "{}").statusCode(200);
    }

    @Test
    void codesAreNotGuessed() {
        for (var i = 0; i < 10; i++) {
            redeem(taker, "A".repeat(26)).statusCode(404).body("code", is("handover_code_unknown"));
        }

        redeem(taker, "A".repeat(26)).statusCode(429);
    }

    @Test
    void aCodeOfAClosedOrOverdueRequestBindsNothing() {
        var answer = askByCode();
        var code = answer.extract().<String>path("handover_code");
        Party.run(
                "update vehicle.vehicle_transfer_requests set expires_at = now() where id = cast(? as uuid)",
                answer.extract().<String>path("id"));

        // NB: the worker may have come by in between.
        redeem(taker, code).statusCode(409).body("code", oneOf("transfer_expired", "transfer_closed"));
        redeem(taker, code).statusCode(409).body("code", is("transfer_closed"));
        assertThat(giver.events("transfer.expired")).isEqualTo(1);
    }

    @Test
    void anAdminOfTheTakerTakesNothingBack() {
        taker.post("admin", "/api/v1/transfer-requests/" + askTaker() + "/cancel", "{}")
                .statusCode(403);
    }

    @Test
    void whoOwnsALeasedVehicleIsNoTarget() {
        var owner = taker.organization();
        Party.run("update vehicle.assets set owner_org_id = cast(? as uuid) where id = ?", owner, asset);

        giver.ask(asset, """
                        {"kind": "handover", "target_organization_id": "%s"}""".formatted(owner)).statusCode(422).body("code", is("same_owner"));
        redeem(taker, askByCode().extract().path("handover_code"))
                .statusCode(422)
                .body("code", is("same_owner"));
    }

    @Test
    void aClosedOrganizationIsNoTarget() {
        var closed = taker.organization();
        Party.run("update identity.organizations set status = 'closed' where id = cast(? as uuid)", closed);

        giver.ask(asset, """
                        {"kind": "handover", "target_organization_id": "%s"}""".formatted(closed)).statusCode(422).body("code", is("unknown_organization"));
        redeem(taker, askByCode().extract().path("handover_code"))
                .statusCode(422)
                .body("code", is("unknown_organization"));
    }

    @Test
    void theOwnOrganizationIsNoTarget() {
        giver.ask(asset, """
                        {"kind": "handover", "target_organization_id": "%s"}""".formatted(giver.organization())).statusCode(422).body("code", is("same_owner"));
    }
}
