package org.quartermaster.vehicle.asset;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class AssetResourceTest {
    private final Fleet fleet = Fleet.create();

    @Test
    void anyFieldsMakeADraftWithItsScore() {
        var id = fleet.asset(Map.of("vin", " 1hgcm-82633a004352", "make", "Honda", "odometer_value", 0));

        fleet.get("/" + id)
                .statusCode(200)
                .body("asset_id", is(id))
                .body("data_status", is("draft"))
                .body("vin", is("1HGCM82633A004352"))
                .body("verdict.check_digit.status", is("valid"))
                .body("acquisition", is("manual"))
                .body("completeness_score", is(36.0f))
                .body("completeness_version", not(nullValue()))
                .body("odometer_km", nullValue())
                .body("tenant_id", nullValue());
    }

    @Test
    void completenessSaysWhatEachFieldWouldAdd() {
        var id = fleet.asset(Map.of("make", "Honda", "model", "tbd", "year", 2003));

        fleet.get("/" + id + "/completeness?version=1")
                .statusCode(200)
                .body("score", is(16))
                .body("verifiable", is(false))
                .body("next_best", is("vin"))
                .body("missing.would_add.sum()", is(84))
                .body("fields.find { it.field == 'model' }.reason", is("placeholder"));
        fleet.get("/" + id + "/completeness?version=999").statusCode(422).body("code", is("invalid_parameter"));
    }

    @Test
    void aSerialNumberDoesInsteadOfAVinForTrailers() {
        var id = fleet.asset(Map.of("asset_kind", "trailer", "serial_number", "S-77"));

        fleet.get("/" + id + "/completeness?version=1")
                .body("fields.find { it.field == 'vin' }.reason", is("serial_number"))
                .body("score", is(20));
        fleet.get("?missing=vin").body("total", is(0));
        fleet.get("?missing=make").body("items.id", is(List.of(id)));
    }

    @ParameterizedTest
    @CsvSource({
        "year, 1899",
        "year, 2101",
        "odometer_value, -1",
        "purchase_price, 1.005",
        "value_currency, '\"usd\"'",
        "inspection_expires_on, '\"2026-02-30\"'",
        "owner_org_id, '\"x\"'",
        "plate_country, '\"QQ\"'",
        "asset_kind, '\"plane\"'",
        "data_status, '\"verified\"'",
        "owner_org_id, '\"00000000-0000-4000-8000-00000000dead\"'",
        "owner_person_id, '\"00000000-0000-4000-8000-00000000dead\"'"
    })
    void aWrongValueIsNamed(String field, String value) {
        fleet.tenant()
                .post(Fleet.ASSETS, "{\"" + field + "\":" + value + "}")
                .statusCode(422)
                .body("errors.field", is(List.of(field)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1HGCM82633AO04352", "1HGCM8263*A004352", "1HGCM82633", "1HGCM82633A0043522"})
    void aMalformedVinIsRefusedWithItsVerdict(String vin) {
        fleet.post("", Map.of("vin", vin))
                .statusCode(422)
                .body("code", is("vin_malformed"))
                .body("verdict.well_formed", is(false));
    }

    @Test
    void aVinStandsOnceAmongTheLiveAssetsOfATenant() {
        var vin = Fleet.vin();
        var id = fleet.asset(Map.of("vin", vin));

        fleet.post("", Map.of("vin", vin))
                .statusCode(409)
                .body("code", is("vin_in_use"))
                .body("asset_id", is(id));
        Fleet.create().post("", Map.of("vin", vin)).statusCode(201);
        fleet.post("/" + id + "/archive", Map.of("reason", "sold")).statusCode(200);
        fleet.asset(Map.of("vin", vin));
        fleet.post("/" + id + "/restore", Map.of("reason", "bought back"))
                .statusCode(409)
                .body("code", is("vin_in_use"));
    }

    @Test
    void aDraftIsVerifiedWhenItsDataSuffice() throws SQLException {
        var id = fleet.asset(Map.of("make", "BMW"));
        fleet.post("/" + id + "/verify", Map.of())
                .statusCode(422)
                .body("code", is("not_verifiable"))
                .body("errors.field", hasItems("vin", "model", "year", "owner_org_id", "completeness_score"));

        var complete = fleet.complete(Fleet.vin());
        fleet.post("/" + complete + "/verify", Map.of())
                .statusCode(200)
                .body("data_status", is("verified"))
                .body("verified_score", is(79.0f));
        fleet.post("/" + complete + "/verify", Map.of())
                .statusCode(409)
                .body("code", is("invalid_transition"))
                .body("possible", is(List.of("reopen", "archive")));
    }

    @Test
    void aWrongCheckDigitNeedsAReason() throws SQLException {
        var id = fleet.complete("1HGCM82633A004353");

        fleet.post("/" + id + "/verify", Map.of())
                .statusCode(422)
                .body("errors.code", is(List.of("check_digit_mismatch")));
        fleet.post("/" + id + "/verify", Map.of("vin_override_reason", "short")).statusCode(422);
        fleet.post("/" + id + "/verify", Map.of("vin_override_reason", "Plate was replaced"))
                .statusCode(200)
                .body("vin_override_reason", is("Plate was replaced"));
    }

    @Test
    void whatAVerifiedAssetIsKnownByReopensItWhenItChanges() throws SQLException {
        var id = fleet.verified();
        fleet.patch(id, null, "{\"color\":\"red\"}").statusCode(200).body("reopened", is(false));

        fleet.patch(id, null, "{\"model\":null}")
                .statusCode(200)
                .body("reopened", is(true))
                .body("data_status", is("draft"))
                .body("verified_at", nullValue());

        var other = fleet.verified();
        fleet.patch(other, null, "{\"serial_number\":\"X1\"}").body("reopened", is(true));
        var third = fleet.verified();
        fleet.patch(third, null, "{\"vin\":\"" + Fleet.vin() + "\"}").body("reopened", is(true));
        var fourth = fleet.verified();
        fleet.post("/" + fourth + "/reopen", Map.of("reason", "plate changed"))
                .statusCode(200)
                .body("data_status", is("draft"));
    }

    @Test
    void anArchivedAssetIsReadOnlyUntilItIsRestored() {
        var id = fleet.asset(Map.of("make", "BMW"));
        fleet.post("/" + id + "/archive", Map.of()).statusCode(422);
        fleet.post("/" + id + "/restore", Map.of("reason", "found"))
                .statusCode(409)
                .body("code", is("invalid_transition"));
        fleet.post("/" + id + "/archive", Map.of("reason", "scrapped")).statusCode(200);

        fleet.patch(id, null, "{\"make\":\"Audi\"}").statusCode(409).body("code", is("asset_archived"));
        fleet.post("/" + id + "/verify", Map.of()).statusCode(409).body("code", is("asset_archived"));
        fleet.post("/" + id + "/restore", Map.of()).statusCode(422);
        fleet.post("/" + id + "/restore", Map.of("reason", "found again"))
                .statusCode(200)
                .body("data_status", is("draft"))
                .body("archive_reason", nullValue());
    }

    @Test
    void aStaleTagIsRefusedAndNoneLetsTheLastOneWin() {
        var id = fleet.asset(Map.of("make", "BMW"));
        var tag = fleet.get("/" + id).extract().header("ETag");
        fleet.patch(id, tag, "{\"color\":\"red\"}").statusCode(200);

        fleet.patch(id, tag, "{\"color\":\"blue\"}").statusCode(412);
        fleet.patch(id, null, "{\"color\":\"blue\"}").statusCode(200).body("color", is("blue"));
        fleet.patch(id, null, "{\"asset_kind\":null}").statusCode(422);
        var now = fleet.get("/" + id).extract().header("ETag");
        fleet.tenant()
                .as("viewer")
                .header("If-None-Match", now)
                .get(Fleet.ASSETS + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void historyTellsEachStepAndFieldAndProvenanceTheNewestWriter() {
        var id = fleet.asset(Map.of("make", "BMW"));
        fleet.patch(id, null, "{\"make\":\"Audi\",\"color\":\"red\"}").statusCode(200);
        fleet.patch(id, null, "{\"color\":\"red\"}").statusCode(200).body("version", is(2));

        fleet.get("/" + id + "/history?field=make")
                .body("items", hasSize(2))
                .body("items[0].old_value", is("BMW"))
                .body("items[0].new_value", is("Audi"))
                .body("items[0].action", is("updated"));
        fleet.get("/" + id + "/history")
                .body("items.find { it.to_status == 'draft' }.action", is("created"))
                .body("items.field", hasItem("color"));
        fleet.get("/" + id + "/provenance")
                .body("items.find { it.field == 'make' }.value", is("Audi"))
                .body("items.find { it.field == 'make' }.source", is("api"))
                .body("items.find { it.field == 'make' }.earlier_values", is(1));
    }

    @Test
    void assetsAreFoundByTheirFields() {
        var vin = Fleet.vin();
        var id = fleet.asset(Map.of("vin", vin, "make", "BMW", "license_plate", "AB_1", "year", 2019));
        var other = fleet.asset(Map.of("make", "Audi", "year", 2010));

        fleet.get("?make=BMW&year_min=2015&year_max=2020&vin=" + vin.toLowerCase(java.util.Locale.ROOT))
                .body("items.id", is(List.of(id)))
                .body("total", is(1));
        fleet.get("?q=b_1 bmw").body("items.id", is(List.of(id)));
        fleet.get("?q=b%251").body("total", is(0));
        fleet.get("?sort=-completeness_score&score_min=1").body("items.id", is(List.of(id, other)));
        fleet.get("?make=BMW,Audi&sort=make").body("items.id", is(List.of(other, id)));
        fleet.get("?sort=color").statusCode(422).body("code", is("invalid_parameter"));
        fleet.get("?missing=colour").statusCode(422).body("code", is("invalid_parameter"));
        fleet.get("?colour=red").statusCode(400);
    }

    @Test
    void aBlankFilterIsAsGoodAsNone() {
        var id = fleet.asset(Map.of("make", "BMW"));

        for (var blank : List.of("q=", "vin=", "missing=", "make=", "license_plate=&sort=&cursor=")) {
            fleet.get("?" + blank).statusCode(200).body("items.id", is(List.of(id)));
        }
    }

    @Test
    void nobodySeesTheAssetsOfAnotherTenant() {
        var id = fleet.asset(Map.of("make", "BMW"));
        var stranger = Fleet.create();

        for (var path : List.of("", "/completeness", "/history", "/provenance", "/odometer")) {
            stranger.get("/" + id + path).statusCode(404);
        }
        stranger.patch(id, null, "{\"make\":\"Audi\"}").statusCode(404);
        for (var step : List.of("verify", "prefill")) {
            stranger.post("/" + id + "/" + step, Map.of()).statusCode(404);
        }
        for (var step : List.of("reopen", "archive", "restore")) {
            stranger.post("/" + id + "/" + step, Map.of("reason", "as it is")).statusCode(404);
        }
        stranger.get("/" + UUID.randomUUID()).statusCode(404).body("code", equalTo("asset_not_found"));
        stranger.get("/x").statusCode(404);
        fleet.tenant()
                .as("viewer")
                .contentType("application/json")
                .body("{}")
                .post(Fleet.ASSETS)
                .then()
                .statusCode(403);
    }
}
