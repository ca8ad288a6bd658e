package org.quartermaster.vehicle.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** What is recorded of the end of an auction, and what it does. */
@VehicleTest
class SaleEventTest {
    private static final String SOLD =
            "{\"sale_date\": \"2026-05-01T16:20:00Z\", \"status\": \"sold\", \"final_bid\": 900.5}";

    private final Auction auction = Auction.create();
    private final TestTenant buyer = TestTenant.create();

    private static String sales(long lot) {
        return "/lots/" + lot + "/sale-events";
    }

    private int recorded(long lot, String json) {
        return auction.post(sales(lot), json).statusCode(201).extract().path("id");
    }

    private UUID organization(String status) throws SQLException {
        var id = UUID.randomUUID();
        Auction.rows("insert into identity.organizations (tenant_id, id, status) values ('%s', '%s', '%s')"
                .formatted(buyer.id(), id, status));
        return id;
    }

    private static String boughtBy(Object organization) {
        return SOLD.replace("}", ", \"buyer_organization_id\": \"%s\"}".formatted(organization));
    }

    @Test
    void aRecordedSaleSetsTheStateOfTheLotForSure() throws SQLException {
        var lot = auction.lot("active");

        var answer = auction.post(sales(lot), SOLD)
                .statusCode(201)
                .body("vin", is(auction.vin()))
                .body("currency_code", is("USD"))
                .body("final_bid_usd", is(900.5f))
                .body("collected_via", is("manual"))
                .body("confidence", is(1.0f));
        int sale = answer.extract().path("id");

        answer.header("Location", endsWith("/api/v1/sale-events/" + sale));
        auction.get("/lots/" + lot)
                .body("status", is("sold"))
                .body("outcome", is("sold"))
                .body("outcome_confidence", is(1.0f));
        assertThat(auction.counts()).isEqualTo("1 0");
        assertThat(Auction.rows("""
                        select outcome || confidence || rule || (evidence ->> 'sale_event_id') from vehicle.lot_outcomes
                        where superseded_at is null and lot_id = %d""".formatted(lot))).containsExactly("sold1.00recorded_sale" + sale);
        assertThat(Auction.timeline(lot))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("sale ") && line.contains("\"sale_status\": [null, \"sold\"]"))
                .contains("outcome {\"rule\": [null, \"recorded_sale\"], \"status\": [\"active\", \"sold\"]}");
        assertThat(Auction.told("sale", sale)).containsExactly("recorded");
        assertThat(Auction.told("lot", lot)).containsExactly("status_changed");
        assertThat(Auction.lastTold("lot", lot)).contains("\"previous\": {\"status\": \"active\"}");
    }

    @Test
    void aConclusionGivesWayToTheSaleAndIsKept() throws SQLException {
        var lot = auction.lot("sold");
        Auction.rows("""
                update vehicle.lots set outcome = 'sold', outcome_confidence = 0.85, disappeared_at = now() where id = %1$d;
                insert into vehicle.lot_outcomes (lot_id, outcome, confidence, rule)
                values (%1$d, 'sold', 0.85, 'pure_sale_gone')""".formatted(lot));

        recorded(lot, SOLD);

        assertThat(Auction.rows("""
                        select o.rule || ' by ' || n.rule from vehicle.lot_outcomes o
                        join vehicle.lot_outcomes n on n.id = o.superseded_by where o.lot_id = %d""".formatted(lot))).containsExactly("pure_sale_gone by recorded_sale");
        assertThat(Auction.told("lot", lot)).containsExactly("updated");
    }

    @Test
    void theSameSaleTwiceIsRefused() throws SQLException {
        var lot = auction.lot("active");
        recorded(lot, SOLD);

        auction.post(sales(lot), SOLD)
                .statusCode(409)
                .body("code", is("duplicate"))
                .body("errors[0].field", is("sale_date"));
    }

    @Test
    void aDoubleClickRecordsOneSale() throws SQLException {
        var lot = auction.lot("active");
        var key = UUID.randomUUID().toString();

        var ids = IntStream.range(0, 2)
                .mapToObj(n -> auction.admin()
                        .header("Idempotency-Key", key)
                        .body(SOLD)
                        .post("/api/v1" + sales(lot))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<Integer>path("id"))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        assertThat(Auction.told("sale", ids.get(0))).containsExactly("recorded");
    }

    @Test
    void ofManyAtOnceOneIsRecorded() throws SQLException {
        var lot = auction.lot("active");

        var answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(n -> auction.post(sales(lot), SOLD).extract().statusCode())
                .toList();

        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(9);
    }

    @Test
    void theNewestSaleThatSaysSomethingDecides() throws SQLException {
        var lot = auction.lot("active");
        recorded(lot, "{\"sale_date\": \"2026-05-03T00:00:00Z\", \"status\": \"on_approval\"}");
        recorded(lot, "{\"sale_date\": \"2026-05-02T00:00:00Z\", \"status\": \"sold\"}");
        recorded(lot, "{\"sale_date\": \"2026-05-04T00:00:00Z\", \"status\": \"unknown\"}");

        assertThat(Auction.column(lot, "status")).isEqualTo("on_approval");
    }

    @Test
    void aCorrectionIsFollowedAndASaleThatIsNotKnownLeavesTheLotToTheFeed() throws SQLException {
        var lot = auction.lot("active");
        var sale = recorded(lot, SOLD);

        auction.patch("/sale-events/" + sale, "{\"status\": \"not_sold\", \"final_bid\": null}")
                .statusCode(200)
                .body("status", is("not_sold"))
                .body("final_bid", nullValue());
        assertThat(Auction.column(lot, "status")).isEqualTo("not_sold");
        auction.patch("/sale-events/" + sale, "{\"status\": \"unknown\"}").statusCode(200);

        assertThat(Auction.column(lot, "status")).isEqualTo("active");
        assertThat(Auction.column(lot, "outcome_confidence")).isNull();
        assertThat(auction.counts()).isEqualTo("1 1");
        assertThat(Auction.told("sale", sale)).containsExactly("recorded", "corrected", "corrected");
        assertThat(Auction.lastTold("sale", sale))
                .contains("\"previous\": {\"status\": \"not_sold\"}", "\"changed\": [\"status\"]");
        assertThat(Auction.timeline(lot)).last().isEqualTo("status_change {\"status\": [\"not_sold\", \"active\"]}");
    }

    @Test
    void aCorrectionThatChangesNothingTellsNothingAndAStaleOneIsRefused() throws SQLException {
        var lot = auction.lot("active");
        var created = auction.post(sales(lot), SOLD).extract();
        int sale = created.path("id");

        auction.patch("/sale-events/" + sale, "{\"final_bid\": 900.50}")
                .statusCode(200)
                .header("ETag", is(created.header("ETag")));
        auction.patch("/sale-events/" + sale, "{\"final_bid\": 901}").statusCode(200);
        auction.admin()
                .header("If-Match", created.header("ETag"))
                .body("{\"final_bid\": 902}")
                .patch("/api/v1/sale-events/" + sale)
                .then()
                .statusCode(412);

        assertThat(Auction.told("sale", sale)).containsExactly("recorded", "corrected");
    }

    @Test
    void whatAnOrganizationBoughtIsADraftInItsTenant() throws SQLException {
        var lot = auction.lot("active");

        var sale = recorded(lot, boughtBy(organization("active")));

        String asset = buyer.as("viewer")
                .get("/api/v1/assets")
                .then()
                .statusCode(200)
                .body("total", is(1))
                .body("items[0].vin", is(auction.vin()))
                .body("items[0].data_status", is("draft"))
                .body("items[0].acquisition", is("lot"))
                .body("items[0].acquired_lot_id", is((int) lot))
                .body("items[0].make", is(auction.make()))
                .body("items[0].purchase_price", is(900.5f))
                .body("items[0].purchase_currency", is("USD"))
                .body("items[0].acquired_at", is("2026-05-01T16:20:00Z"))
                .extract()
                .path("items[0].id");
        buyer.as("viewer")
                .get("/api/v1/assets/{id}/history", asset)
                .then()
                .body("items.source.unique()", is(List.of("lot")))
                .body("items.actor_id.unique()", is(List.of("system")))
                .body("items.field", hasItem("make"));
        assertThat(Auction.rows("select subject from platform.outbox where tenant_id = '" + buyer.id() + "'"))
                .containsExactly("qm.vehicle." + buyer.id() + ".asset.created");
        assertThat(Auction.lastTold("sale", sale)).doesNotContain("buyer", buyer.id(), asset);
        auction.get("/assets/" + asset).statusCode(404);
    }

    @Test
    void aLiveAssetWithTheVinIsLinkedInstead() throws SQLException {
        var lot = auction.lot("active");
        String asset = buyer.post("/api/v1/assets", "{\"vin\": \"%s\", \"make\": \"Own\"}".formatted(auction.vin()))
                .statusCode(201)
                .extract()
                .path("id");

        recorded(lot, boughtBy(organization("active")));

        buyer.as("viewer")
                .get("/api/v1/assets")
                .then()
                .body("total", is(1))
                .body("items[0].id", is(asset))
                .body("items[0].make", is("Own"))
                .body("items[0].acquired_lot_id", is((int) lot))
                .body("items[0].purchase_price", nullValue());
        buyer.as("viewer")
                .get("/api/v1/assets/{id}/history", asset)
                .then()
                .body("items.field", hasItem("acquired_lot_id"));
    }

    @Test
    void aLotWithoutAVinIsBoughtToo() throws SQLException {
        var lot = auction.lotOf("null", "active");

        recorded(lot, boughtBy(organization("active")));

        buyer.as("viewer")
                .get("/api/v1/assets")
                .then()
                .body("items[0].acquired_lot_id", is((int) lot))
                .body("items[0].vin", nullValue());
    }

    @Test
    void aBuyerWhoIsNotKnownLeavesNothingBehind() throws SQLException {
        var lot = auction.lot("active");

        for (var organization : List.of(UUID.randomUUID(), organization("closed"))) {
            auction.post(sales(lot), boughtBy(organization))
                    .statusCode(422)
                    .body("code", is("unknown_organization"))
                    .body("errors[0].field", is("buyer_organization_id"));
        }

        assertThat(Auction.column(lot, "status")).isEqualTo("active");
        assertThat(Auction.rows("select id from vehicle.sale_events where lot_id = " + lot))
                .isEmpty();
        assertThat(Auction.told("lot", lot)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"status": "sold"}                                                                     | sale_date
            {"sale_date": "2026-02-30T00:00:00Z", "status": "sold"}                                | sale_date
            {"sale_date": "2126-02-01T00:00:00Z", "status": "sold"}                                | sale_date
            {"sale_date": "2026-05-01T00:00:00Z", "status": "removed"}                             | status
            {"sale_date": "2026-05-01T00:00:00Z", "status": "sold", "final_bid": -1}               | final_bid
            {"sale_date": "2026-05-01T00:00:00Z", "status": "sold", "final_bid": 1.005}            | final_bid
            {"sale_date": "2026-05-01T00:00:00Z", "status": "sold", "currency_code": "usd"}        | currency_code
            {"sale_date": "2026-05-01T00:00:00Z", "status": "sold", "lot_id": 1}                   | lot_id
            {"sale_date": "2026-05-01T00:00:00Z", "status": "not_sold", "buyer_organization_id": "00000000-0000-4000-8000-000000000100"} | buyer_organization_id
            """)
    void aWrongValueIsRefused(String json, String field) throws SQLException {
        var lot = auction.lot("active");

        auction.post(sales(lot), json).statusCode(422).body("errors[0].field", is(field));
    }

    @Test
    void aBidNeedsACurrency() throws SQLException {
        var lot = auction.lot("active");
        Auction.rows("update vehicle.lots set currency_code = null where id = " + lot);

        auction.post(sales(lot), SOLD).statusCode(422).body("errors[0].field", is("currency_code"));
        auction.post(sales(lot), SOLD.replace("}", ", \"currency_code\": \"CAD\"}"))
                .statusCode(201)
                .body("final_bid_usd", nullValue());
    }

    @Test
    void onlyADataAdminMayAndOnlyOfALotThatIsThere() throws SQLException {
        var lot = auction.lot("active");
        for (var role : List.of("viewer", "manager", "admin")) {
            auction.tenant()
                    .as(role)
                    .contentType("application/json")
                    .body(SOLD)
                    .post("/api/v1" + sales(lot))
                    .then()
                    .statusCode(403);
        }
        auction.tenant()
                .manager()
                .contentType("application/json")
                .body("{}")
                .patch("/api/v1/sale-events/1")
                .then()
                .statusCode(403);

        auction.post(sales(0), SOLD).statusCode(404).body("code", is("lot_not_found"));
        auction.patch("/sale-events/0", "{}").statusCode(404).body("code", is("sale_event_not_found"));
        auction.patch("/sale-events/x", "{}").statusCode(404);
    }
}
