package org.quartermaster.vehicle.market;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class TimelineTest {
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-03-01T08:00:00Z");

    private final TestTenant tenant = TestTenant.create();
    private final String vin = Market.vin();
    private final UUID file = UUID.randomUUID();
    private long lot;

    @BeforeEach
    void aLotAppeared() throws SQLException {
        Market.vehicle(vin, "HONDA");
        lot = Market.offer(Map.of("vin", vin, "first_seen_at", FIRST));
    }

    private ValidatableResponse get(String path) {
        return tenant.as("viewer").get("/api/v1/" + path).then();
    }

    private void noted(String kind, int day, String changes) throws SQLException {
        Market.run(
                "insert into audit.lot_events (lot_id, kind, at, changes, file_id, row_no)"
                        + " values (?, ?, ?, cast(? as jsonb), ?, 7)",
                lot,
                kind,
                FIRST.plusDays(day),
                changes,
                file);
    }

    private void sold(int day) throws SQLException {
        Market.run(
                "insert into vehicle.sale_events (vin, lot_id, sale_date, status, final_bid, currency_code)"
                        + " values (?, ?, ?, 'sold', 900, 'USD')",
                vin,
                lot,
                FIRST.plusDays(day));
    }

    private void concluded(String rule) throws SQLException {
        Market.run(
                "update vehicle.lot_outcomes set superseded_at = now() where lot_id = ? and superseded_at is null",
                lot);
        Market.run(
                "insert into vehicle.lot_outcomes (lot_id, outcome, confidence, rule, evidence)"
                        + " values (?, 'not_sold', 0.95, ?, jsonb_build_object('file_id', ?, 'relisted_as', 5))",
                lot,
                rule,
                file.toString());
    }

    @Test
    void whatHappenedToALotStandsInTheOrderOfTime() throws SQLException {
        noted("price_change", 1, "{\"current_bid\": [100.50, 200]}");
        noted("disappeared", 2, "{\"status\": [\"active\", \"pending_result\"]}");
        sold(3);

        get("lots/" + lot + "/timeline")
                .statusCode(200)
                .body("items.kind", contains("sale", "disappeared", "price_change", "appeared"))
                .body("items[0].changes.status", is(Arrays.asList(null, "sold")))
                .body("items[2].changes.current_bid", is(List.of(100.5f, 200)))
                .body("items[2].row_no", is(7))
                .body("items[2]", not(hasKey("file_id")))
                .body("items[3].at", is("2026-03-01T08:00:00Z"))
                .body("items[3].changes", nullValue());
        tenant.as("data-admin")
                .get("/api/v1/lots/" + lot + "/timeline")
                .then()
                .body("items[2].file_id", is(file.toString()));
    }

    @Test
    void whatIsNotedOfALotIsNotToldTwice() throws SQLException {
        noted("outcome", 1, "{\"status\": [\"pending_result\", \"not_sold\"]}");
        concluded("relisted_after_gone");
        noted("sale", 2, "{\"status\": [null, \"sold\"]}");
        sold(2);

        get("lots/" + lot + "/timeline").body("items.kind", contains("sale", "outcome", "appeared"));
    }

    @Test
    void aVehicleHasTheTimelineOfAllItsLotsAndSales() throws SQLException {
        noted("relisted", 1, "{}");
        var other = Market.offer(Map.of("vin", vin, "first_seen_at", FIRST.plusDays(2)));
        Market.run(
                "insert into vehicle.sale_events (vin, sale_date, status) values (?, ?, 'sold')",
                vin,
                FIRST.plusDays(3));
        Market.run(
                "insert into vehicle.removals (vin, reason, removed_at, restored_at) values (?, 'asked for', ?, ?)",
                vin,
                FIRST.plusDays(4),
                FIRST.plusDays(5));

        get("vehicles/" + vin + "/timeline")
                .statusCode(200)
                .body(
                        "items.kind",
                        contains(
                                "restored",
                                "restored",
                                "removed",
                                "removed",
                                "sale",
                                "appeared",
                                "relisted",
                                "appeared"))
                .body("items[5].lot_id", is((int) other));
    }

    @Test
    void aTimelineIsReadPageByPage() throws SQLException {
        for (var n = 0; n < 5; n++) {
            noted("updated", 1, "{}");
        }
        var seen = 0;
        String cursor = "";
        while (cursor != null) {
            var page = get("lots/" + lot + "/timeline?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen += page.extract().<List<Object>>path("items").size();
            cursor = page.extract().path("next_cursor");
        }

        assertEquals(6, seen);
    }

    @Test
    void conclusionsAreListedTheNewestFirst() throws SQLException {
        concluded("pure_sale_gone");
        concluded("relisted_after_gone");

        get("lots/" + lot + "/outcomes")
                .statusCode(200)
                .body("items.rule", contains("relisted_after_gone", "pure_sale_gone"))
                .body("items[0].superseded_at", nullValue())
                .body("items[0].evidence", is(Map.of("relisted_as", 5)));
        tenant.as("data-admin")
                .get("/api/v1/lots/" + lot + "/outcomes")
                .then()
                .body("items[0].evidence.file_id", is(file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline", "outcomes"})
    void aRemovedLotTellsNothingAndAnUnknownOneIsNotThere(String list) throws SQLException {
        get("lots/0/" + list).statusCode(404).body("code", is("lot_not_found"));
        Market.run("update vehicle.lots set is_removed = true where id = ?", lot);
        get("lots/" + lot + "/" + list).statusCode(410).body("code", is("lot_removed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lots", "sale-events", "images", "timeline", "odometer"})
    void theListsOfAVehicleEndWithIt(String list) throws SQLException {
        get("vehicles/" + Market.vin() + "/" + list).statusCode(404).body("code", is("vehicle_not_found"));
        get("vehicles/1HGCM82633AO04352/" + list).statusCode(422).body("code", is("vin_malformed"));
        get("vehicles/" + vin + "/" + list).statusCode(200);
        get("vehicles/" + vin + "/" + list + "?what=1").statusCode(400);
        get("vehicles/" + vin + "/" + list + "?limit=101").statusCode(422);
        Market.run("insert into vehicle.removals (vin, reason) values (?, 'asked for')", vin);
        get("vehicles/" + vin + "/" + list).statusCode(410).body("code", is("vehicle_removed"));
    }

    @Test
    void theLotsSalesAndPicturesOfAVehicleAreListed() throws SQLException {
        var later = Market.offer(
                Map.of("vin", vin, "auction_datetime_utc", FIRST, "image_thumbnail_url", "https://pictures.example/1"));
        Market.offer(Map.of("vin", vin, "is_removed", true));
        sold(1);
        Market.run(
                "insert into vehicle.images (vin, lot_id, seq, storage_key) values (?, ?, 2, 'b'), (?, ?, 1, 'a')",
                vin,
                later,
                vin,
                later);

        get("vehicles/" + vin + "/lots")
                .body("items.id", contains((int) later, (int) lot))
                .body("total", is(2));
        get("vehicles/" + vin + "/sale-events").body("items.status", contains("sold"));
        get("vehicles/" + vin + "/images")
                .body("items.variant", contains("thumbnail", "full", "full"))
                .body("items.storage_key", contains(null, "a", "b"));
        get("vehicles/" + vin + "/images?limit=2").body("items", hasSize(2));
    }

    @Test
    void theOdometerOfAVehicleIsReadFromItsLotsAndRollbacksAreMarked() throws SQLException {
        for (var day = 1; day <= 2; day++) {
            Market.offer(Map.of(
                    "vin",
                    vin,
                    "odometer",
                    new BigDecimal(day == 1 ? "100000.0" : "50000.0"),
                    "odometer_unit",
                    "mi",
                    "auction_datetime_utc",
                    FIRST.plusDays(day)));
        }

        get("vehicles/" + vin + "/odometer")
                .body("items.rollback", contains(true, false))
                .body("items[0].km", is(80467.2f))
                .body("items[0].previous.reading", is(100000.0f));
    }

    @Test
    void aTimelineCostsTheSameHoweverLongItIs() throws SQLException {
        for (var n = 0; n < 20; n++) {
            noted("updated", n, "{}");
        }

        assertEquals(6, new Statements("vehicle").countDuring(() -> get("lots/" + lot + "/timeline")
                .body("total", is(21))));
    }
}
