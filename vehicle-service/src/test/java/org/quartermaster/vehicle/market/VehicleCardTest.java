package org.quartermaster.vehicle.market;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class VehicleCardTest {
    private final TestTenant tenant = TestTenant.create();
    private final String vin = Market.vin();

    private ValidatableResponse card(String text) {
        return tenant.as("viewer").get("/api/v1/vehicles/{vin}", text).then();
    }

    private void own(String tenantId) throws SQLException {
        try (var connection = VehicleDatabase.as("vehicle_app");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant_id', '" + tenantId + "', false)");
            statement.execute(
                    "insert into vehicle.assets (tenant_id, vin) values ('%s', '%s')".formatted(tenantId, vin));
        }
    }

    @Test
    void aCardHoldsAllThatIsKnownOfAVin() throws SQLException {
        Market.vehicle(vin, "HONDA");
        var sold = Market.lot(vin, "S" + vin, "not_sold", "now() - interval '30 days'");
        var listed = Market.lot(vin, "L" + vin, "active", "now() - interval '60 days'");
        Market.run(
                "insert into vehicle.sale_events (vin, lot_id, sale_date, status, final_bid, currency_code)"
                        + " values (?, ?, now(), 'not_sold', 900, 'USD')",
                vin,
                sold);
        own(tenant.id());
        own(TestTenant.create().id());

        card(vin)
                .statusCode(200)
                .body("vehicle.vin", is(vin))
                .body("vehicle.make", is("HONDA"))
                .body("verdict.normalized", is(vin))
                .body("vin_warning", is(true))
                .body("current_lot.id", is((int) listed))
                .body("lots.id", is(List.of((int) listed, (int) sold)))
                .body("lots[0].current_bid", is(1250.5f))
                .body("lots[0].fuel", is("gasoline"))
                .body("lots[0].raw.fuel_raw", is("GAS"))
                .body("lots[0].announcements", is(List.of("a")))
                .body("lots[0].offsite.city", is("X"))
                .body("lots_total", is(2))
                .body("images", hasSize(2))
                .body("images[0].seq", is(0))
                .body("images[0].id", nullValue())
                .body("sale_events.final_bid_usd", is(List.of(900f)))
                .body("owned_assets.data_status", is(List.of("draft")));
    }

    @Test
    void aLotWithoutAnyDamageWarnsOfNothing() throws SQLException {
        Market.vehicle(vin, "HONDA");
        var lot = Market.lot(vin, "D" + vin, "active", "now()");
        Market.run("update vehicle.lots set damage_code = null where id = ?", lot);

        card(vin).statusCode(200).body("vin_warning", is(false)).body("lots_total", is(1));
    }

    @Test
    void aVehicleWithoutLotsHasACardToo() throws SQLException {
        Market.vehicle(vin, "HONDA");

        card(vin)
                .statusCode(200)
                .body("current_lot", nullValue())
                .body("lots", empty())
                .body("images", empty())
                .body("owned_assets", empty());
    }

    @Test
    void anySpellingOfTheVinFindsItsCard() throws SQLException {
        Market.vehicle(vin, "HONDA");

        card(" " + vin.toLowerCase(Locale.ROOT).substring(0, 5) + "-" + vin.substring(5))
                .statusCode(200);
    }

    @Test
    void theVerdictKnowsTheStatedYearAndTheMarketOfTheCurrentLot() throws SQLException {
        var ambiguous = vin.substring(0, 8) + "0B" + vin.substring(10);
        Market.vehicle(ambiguous, "HONDA");
        Market.run("update vehicle.vehicles set year = 2011 where vin = ?", ambiguous);
        var lot = Market.lot(ambiguous, "M" + ambiguous, "active", "now()");
        Market.run("update vehicle.lots set location_country = 'USA' where id = ?", lot);
        Map<String, Object> verdict = tenant.as("viewer")
                .get("/api/v1/vin/" + ambiguous + "?market=US&year=2011")
                .path("");

        card(ambiguous)
                .body("verdict.model_year.value", is(2011))
                .body("verdict.model_year.certainty", is("stated"))
                .body("verdict.check_digit.status", not("not_applicable"))
                .body("verdict", is(verdict));
    }

    @Test
    void aKnownCardIsNotSentAgainUntilItChanges() throws SQLException {
        Market.vehicle(vin, "HONDA");
        var tag = card(vin).extract().header("ETag");

        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get("/api/v1/vehicles/" + vin)
                .then()
                .statusCode(304);
        Market.lot(vin, "N" + vin, "active", "now()");
        tenant.as("viewer")
                .header("If-None-Match", tag)
                .get("/api/v1/vehicles/" + vin)
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownVinIsNotFoundAndARemovedOneIsGone() throws SQLException {
        card(vin).statusCode(404).body("code", is("vehicle_not_found"));
        Market.run("insert into vehicle.removals (vin, reason) values (?, 'asked for')", vin);
        card(vin).statusCode(410).body("code", is("vehicle_removed"));
        Market.run("update vehicle.removals set restored_at = now() where vin = ?", vin);
        Market.vehicle(vin, "HONDA");
        card(vin).statusCode(200);
        Market.run("update vehicle.vehicles set is_removed = true where vin = ?", vin);
        card(vin).statusCode(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1HGCM82633AO04352", "1HGCM82633", "1HGCM82633A0043522", "1HGCM8263*A004352"})
    void aMalformedVinIsRefusedWithItsReason(String text) {
        card(text)
                .statusCode(422)
                .body("code", is("vin_malformed"))
                .body("errors[0].field", is("vin"))
                .body("verdict.input", is(text))
                .body("verdict.well_formed", is(false));
    }

    @Test
    void theVersionOfARowRisesWithEachChangeAndOnlyThen() throws SQLException {
        Market.vehicle(vin, "HONDA");
        Market.run("update vehicle.vehicles set make = 'HONDA' where vin = ?", vin);
        card(vin).body("vehicle.version", is(1));
        Market.run("update vehicle.vehicles set make = 'ACURA' where vin = ?", vin);
        card(vin).body("vehicle.version", is(2));
    }

    @Test
    void aCardCostsOneQueryHoweverManyLotsItShows() throws SQLException {
        Market.vehicle(vin, "HONDA");
        for (var n = 0; n < 25; n++) {
            Market.lot(vin, n + "-" + vin, "active", "now()");
        }
        var statements = new Statements("vehicle");

        assertEquals(
                4,
                statements.countDuring(() -> card(vin).body("lots", hasSize(20)).body("lots_total", is(25))));
    }
}
