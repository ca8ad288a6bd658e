package org.quartermaster.vehicle.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.imports.Sender;
import org.quartermaster.vehicle.sale.Auction;

/** Vehicles that are taken out of the market for privacy. */
@VehicleTest
class RemovalTest {
    private static final String REASON = "{\"reason\": \"Request of the owner\", \"requested_by\": \"N. N.\"}";
    private static final String HEADER = "Lot number,VIN,Year,Make,Sale Date M/D/CY,Sale time (HHMM),Time Zone,"
            + "Location state,Currency Code,Last Updated Time,High Bid\n";

    private final Auction auction = Auction.create();
    private final String removal = "/vehicles/" + auction.vin() + "/removal";
    private final String source = "r" + UUID.randomUUID().toString().substring(0, 8);

    private void remove() {
        auction.post(removal, REASON).statusCode(201);
    }

    /** A file with one lot of the vehicle. */
    private JsonPath imported(String updated, String bid) {
        var line = "7,%s,2019,HONDA,20260501,1000,EST,NY,USD,%s,%s%n".formatted(auction.vin(), updated, bid);
        var sender = new Sender(auction.tenant(), source);
        return sender.ended(sender.send(HEADER + line, ""));
    }

    @Test
    void aRemovedVehicleIsGoneEverywhereAtOnce() throws SQLException {
        var lot = auction.lot("active");
        auction.lot("not_sold");
        int image = auction.post("/lots/" + lot + "/images", "{\"storage_key\": \"a\", \"seq\": 1}")
                .extract()
                .path("id");
        int sale = auction.post(
                        "/lots/" + lot + "/sale-events",
                        "{\"sale_date\": \"2026-01-01T00:00:00Z\", \"status\": \"unknown\"}")
                .extract()
                .path("id");

        auction.post("/vehicles/" + auction.vin().toLowerCase() + "/removal", REASON)
                .statusCode(201)
                .header("Location", endsWith(removal))
                .body("vin", is(auction.vin()))
                .body("reason", is("Request of the owner"))
                .body("requested_by", is("N. N."))
                .body("removed_at", notNullValue())
                .body("restored_at", nullValue());

        auction.get("/vehicles/" + auction.vin()).statusCode(410).body("code", is("vehicle_removed"));
        auction.get("/lots/" + lot).statusCode(410);
        auction.get("/lots/by-external/" + Auction.column(lot, "lot_external_id"))
                .statusCode(410);
        auction.post("/lots/" + lot + "/images", "{\"storage_key\": \"b\", \"seq\": 2}")
                .statusCode(410);
        auction.patch("/images/" + image, "{\"is_removed\": false}").statusCode(410);
        auction.patch("/sale-events/" + sale, "{\"status\": \"sold\"}").statusCode(410);
        assertThat(auction.counts()).isNull();
        assertThat(Auction.column(lot, "status || is_removed")).isEqualTo("removedtrue");
        assertThat(Auction.timeline(lot)).last().isEqualTo("removed {\"status\": [\"active\", \"removed\"]}");
    }

    @Test
    void aRemovedVehicleIsInNoListSearchOrFacet() throws SQLException {
        var lot = auction.lot("active");
        var number = Auction.column(lot, "lot_external_id");
        String asset = auction.tenant()
                .post("/api/v1/assets", "{\"vin\": \"%s\"}".formatted(auction.vin()))
                .extract()
                .path("id");
        var lists = List.of(
                "/lots?vin=" + auction.vin(),
                "/lots?lot_external_id=" + number,
                "/lots?q=" + auction.vin(),
                "/lots?q=" + number,
                "/lots?make=" + auction.make(),
                "/lots?status=active,removed&vin=" + auction.vin(),
                "/vehicles?vin_prefix=" + auction.vin(),
                "/assets/" + asset + "/odometer");
        lists.forEach(list -> auction.get(list).statusCode(200).body("items", hasSize(1)));
        auction.get("/makes-models?make=" + auction.make()).body("models", hasSize(1));

        remove();

        lists.forEach(list -> auction.get(list).statusCode(200).body("items", empty()));
        auction.get("/makes-models?status=all&make=" + auction.make())
                .body("models", empty())
                .body("makes.make", not(hasItem(auction.make())));
        for (var part : List.of("lots", "sale-events", "images", "timeline", "odometer")) {
            auction.get("/vehicles/" + auction.vin() + "/" + part).statusCode(410);
        }
        for (var part : List.of("", "/timeline", "/outcomes")) {
            auction.get("/lots/" + lot + part).statusCode(410);
        }
        var manager = auction.tenant();
        manager.post("/api/v1/assets/" + asset + "/prefill", "{}")
                .statusCode(200)
                .body("filled", empty());
        manager.post("/api/v1/assets/from-lot", "{\"lot_id\": %d}".formatted(lot))
                .statusCode(422)
                .body("errors.code", is(List.of("lot_removed")));
    }

    @Test
    void everybodyIsToldWhatToForgetAndNothingElse() throws SQLException {
        var lot = auction.lot("active");

        remove();

        assertThat(Auction.told("vehicle", auction.vin())).containsExactly("removed");
        assertThat(Auction.lastTold("vehicle", auction.vin()))
                .contains("\"lot_ids\": [" + lot + "]")
                .doesNotContain("owner", "N. N.", auction.make());
        assertThat(Auction.told("lot", lot)).isEmpty();
    }

    @Test
    void twiceIsOnce() throws SQLException {
        auction.lot("active");
        remove();

        auction.post(removal, "{\"reason\": \"Another\"}").statusCode(200).body("reason", is("Request of the owner"));

        assertThat(Auction.told("vehicle", auction.vin())).hasSize(1);
    }

    @Test
    void ofManyAtOnceOneRemoves() throws SQLException {
        auction.lot("active");

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> auction.post(removal, REASON).extract().statusCode())
                .toList();

        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(7);
        assertThat(Auction.told("vehicle", auction.vin())).hasSize(1);
        assertThat(auction.counts()).isNull();
    }

    @Test
    void aDoubleClickIsAnsweredAlike() {
        var key = UUID.randomUUID().toString();
        for (var n = 0; n < 2; n++) {
            auction.admin()
                    .header("Idempotency-Key", key)
                    .body(REASON)
                    .post("/api/v1" + removal)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void laterImportsKeepItRemovedUntilItIsRestored() throws SQLException {
        imported("2026-04-01T10:00:00Z", "100.0");
        remove();

        var again = imported("2026-04-02T10:00:00Z", "200.0");

        assertThat(again.getString("state")).isEqualTo("completed");
        assertThat(again.getInt("counts.suppressed")).isEqualTo(1);
        assertThat(again.getInt("counts.updated")).isEqualTo(1);
        auction.get("/lots/by-external/" + source + ":7").statusCode(410);
        auction.get("/vehicles/" + auction.vin()).statusCode(410);
        auction.delete(removal).statusCode(200).body("restored_at", notNullValue());
        auction.get("/lots/by-external/" + source + ":7")
                .statusCode(200)
                .body("status", is("active"))
                .body("current_bid", is(200.0f));
        auction.get("/vehicles/" + auction.vin()).statusCode(200).body("lots", hasSize(1));
        auction.delete(removal).statusCode(200);
        assertThat(Auction.told("vehicle", auction.vin())).containsExactly("removed", "restored");
    }

    @Test
    void aVinThatIsNotKnownIsBarredInAdvance() throws SQLException {
        remove();
        auction.get("/vehicles/" + auction.vin()).statusCode(410);

        assertThat(imported("2026-04-01T10:00:00Z", "100.0").getInt("counts.suppressed"))
                .isEqualTo(1);

        auction.get("/lots/by-external/" + source + ":7").statusCode(410);
        auction.get("/vehicles/" + auction.vin()).statusCode(410);
        auction.delete(removal).statusCode(200);
        auction.get("/lots/by-external/" + source + ":7").statusCode(200).body("status", is("active"));
        auction.get("/vehicles/" + auction.vin()).statusCode(200);
        auction.post(removal, REASON).statusCode(201);
    }

    @Test
    void eachLotComesBackInTheStateThatItHasByNow() throws SQLException {
        var listed = auction.lot("active");
        var undated = lot("unscheduled", "auction_date = null");
        var gone = lot("active", "disappeared_at = now()");
        var concluded = lot("sold", "disappeared_at = now(), outcome = 'sold', outcome_confidence = 0.85");
        var returned = lot("sold", "outcome = 'sold', outcome_confidence = 0.85");
        var recorded = lot("not_sold", "outcome = 'not_sold', outcome_confidence = 1");
        Auction.rows(
                "insert into vehicle.lot_outcomes (lot_id, outcome, confidence, rule) values (%d, 'sold', 0.85, 'x')"
                        .formatted(returned));
        remove();

        auction.delete(removal).statusCode(200);

        var expected = Map.of(
                listed, "active",
                undated, "unscheduled",
                gone, "pending_result",
                concluded, "sold",
                returned, "active",
                recorded, "not_sold");
        for (var lot : expected.entrySet()) {
            assertThat(Auction.column(lot.getKey(), "status")).isEqualTo(lot.getValue());
        }
        assertThat(Auction.rows(
                        "select id from vehicle.lot_outcomes where superseded_at is null and lot_id = " + returned))
                .isEmpty();
        assertThat(Auction.timeline(gone)).last().isEqualTo("restored {\"status\": [\"removed\", \"pending_result\"]}");
        assertThat(auction.counts()).isEqualTo("6 3");
    }

    private long lot(String status, String columns) throws SQLException {
        var lot = auction.lot(status);
        Auction.rows("update vehicle.lots set %s where id = %d".formatted(columns, lot));
        return lot;
    }

    @Test
    void aPictureThatWasTakenAwayByItselfStaysAway() throws SQLException {
        var lot = auction.lot("active");
        for (var seq = 1; seq <= 2; seq++) {
            auction.post("/lots/" + lot + "/images", "{\"storage_key\": \"a\", \"seq\": %d}".formatted(seq));
        }
        auction.delete("/images/"
                        + Auction.rows("select id from vehicle.images where seq = 1 and lot_id = " + lot)
                                .get(0))
                .statusCode(204);
        remove();

        auction.delete(removal).statusCode(200);

        auction.get("/vehicles/" + auction.vin()).body("images.seq", is(List.of(2)));
    }

    @Test
    void assetsOfTenantsStay() throws SQLException {
        auction.lot("active");
        String asset = auction.tenant()
                .post("/api/v1/assets", "{\"vin\": \"%s\"}".formatted(auction.vin()))
                .extract()
                .path("id");

        remove();

        auction.get("/assets/" + asset).statusCode(200).body("vin", is(auction.vin()));
    }

    @Test
    void onlyADataAdminMay() {
        for (var role : List.of("viewer", "operator", "manager", "admin")) {
            var request = auction.tenant().as(role).contentType("application/json");
            request.body(REASON).post("/api/v1" + removal).then().statusCode(403);
            auction.tenant().as(role).delete("/api/v1" + removal).then().statusCode(403);
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        auction.post("/vehicles/1HGCM82633AO04352/removal", REASON)
                .statusCode(422)
                .body("code", is("vin_malformed"));
        auction.post(removal, "{}").statusCode(422).body("errors[0].field", is("reason"));
        auction.post(removal, "{\"reason\": \"abc\", \"vin\": \"x\"}").statusCode(422);
        auction.delete(removal).statusCode(404).body("code", is("removal_not_found"));
        remove();
        auction.admin()
                .header("If-Match", "\"99.x\"")
                .delete("/api/v1" + removal)
                .then()
                .statusCode(412);
    }

    @Test
    void theStatementsDoNotGrowWithTheLots() throws SQLException {
        auction.lot("active");
        var one = cost(auction);
        var many = Auction.create();
        for (var n = 0; n < 6; n++) {
            many.lot("active");
        }

        assertThat(cost(many)).isEqualTo(one).isPositive();
    }

    /** Statements on the market by the role that may write it. */
    private static long cost(Auction auction) throws SQLException {
        var counted = Statements.ofSystemRole("vehicle")
                .during(() -> auction.post("/vehicles/" + auction.vin() + "/removal", REASON)
                        .statusCode(201));
        return counted.entrySet().stream()
                .filter(statement -> statement.getKey().contains("vehicle.")
                        || statement.getKey().contains("lot_events"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
