package org.quartermaster.vehicle.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** Each test searches among lots of a make of its own. */
@VehicleTest
class LotSearchTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-01T12:00:00Z");

    private final TestTenant tenant = TestTenant.create();
    private final String make = Market.make();

    private ValidatableResponse search(String query) {
        return tenant.as("viewer")
                .get("/api/v1/lots?make=" + make + (query.isEmpty() ? "" : "&" + query))
                .then();
    }

    private ValidatableResponse all(String query) {
        return tenant.as("viewer").get("/api/v1/lots?" + query).then();
    }

    private int lot(Map<String, ?> columns) throws SQLException {
        var all = new HashMap<String, Object>(Map.of("make", make));
        all.putAll(columns);
        return (int) Market.offer(all);
    }

    @Test
    void listedLotsAreFoundUnlessAStatusIsAskedFor() throws SQLException {
        var later = lot(Map.of("auction_datetime_utc", NOON.plusDays(1)));
        var sooner = lot(Map.of("auction_datetime_utc", NOON));
        var unscheduled = lot(Map.of("status", "unscheduled"));
        var sold = lot(Map.of("status", "sold", "auction_datetime_utc", NOON));
        lot(Map.of("status", "removed", "is_removed", true));

        search("")
                .statusCode(200)
                .body("items.id", contains(sooner, later, unscheduled))
                .body("total", is(3))
                .body("total_exact", is(true))
                .body("interpreted", nullValue());
        search("sort=-auction_datetime_utc").body("items.id", contains(later, sooner, unscheduled));
        search("status=sold,unscheduled").body("items.id", contains(sold, unscheduled));
        search("status=removed").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year_min=2015&year_max=2018",
                "model=ridge  line",
                "model_detail=ridgeline-rtl",
                "vehicle_type=car",
                "title_type=st",
                "title_group=salvage",
                "damage=hail",
                "damage=side",
                "runs_drives=starts",
                "has_keys=YES",
                "fuel=diesel,electric",
                "drive=awd",
                "transmission=manual",
                "color=red",
                "state=tx",
                "country=USA",
                "yard_number=7,8",
                "sale_type=pure_sale",
                "auction_from=2026-05-01T12:00:00Z&auction_to=2026-05-01T12:00:01Z",
                "odometer_max=1609.4",
                "bid_min=10&bid_max=10.50&currency=USD",
                "is_wholesale=true",
                "updated_since=2020-01-01T00:00:00Z&year_min=2016"
            })
    void everyFilterFindsWhatFitsAndNothingElse(String filter) throws SQLException {
        var fits = lot(Map.ofEntries(
                Map.entry("year", 2016),
                Map.entry("model_group", "Ridge-Line"),
                Map.entry("model_detail", "RIDGELINE RTL"),
                Map.entry("vehicle_type", "car"),
                Map.entry("title_type", "ST"),
                Map.entry("title_group", "salvage"),
                Map.entry("damage_code", "hail"),
                Map.entry("secondary_damage_code", "side"),
                Map.entry("runs_drives", "starts"),
                Map.entry("has_keys", "yes"),
                Map.entry("fuel", "diesel"),
                Map.entry("drive", "awd"),
                Map.entry("transmission", "manual"),
                Map.entry("color", "RED"),
                Map.entry("location_state", "TX"),
                Map.entry("location_country", "USA"),
                Map.entry("yard_number", "8"),
                Map.entry("sale_type", "pure_sale"),
                Map.entry("auction_datetime_utc", NOON),
                Map.entry("odometer", new BigDecimal("1000.0")),
                Map.entry("odometer_unit", "mi"),
                Map.entry("current_bid", new BigDecimal("10.50")),
                Map.entry("currency_code", "USD"),
                Map.entry("is_wholesale", true)));
        lot(Map.of("odometer", new BigDecimal("1.0"), "odometer_unit", "unknown", "fuel", "gasoline"));
        lot(Map.of("current_bid", new BigDecimal("10.50"), "currency_code", "CAD", "year", 2014));

        search(filter).statusCode(200).body("items.id", contains(fits)).body("total", is(1));
    }

    @Test
    void kilometresAndMilesAreComparedAsLengths() throws SQLException {
        var km = lot(Map.of("odometer", new BigDecimal("150000.0"), "odometer_unit", "km"));
        lot(Map.of("odometer", new BigDecimal("100000.0"), "odometer_unit", "mi"));

        search("odometer_max=150000").body("items.id", contains(km));
    }

    @Test
    void lotsAreFoundByNumberAndByVin() throws SQLException {
        var vin = Market.vin();
        Market.vehicle(vin, make);
        var number = "N" + System.nanoTime();
        var id = lot(Map.of("vin", vin, "lot_external_id", number));

        all("vin=" + vin.toLowerCase(Locale.ROOT)).body("items.id", contains(id));
        all("lot_external_id=" + number).body("items.id", contains(id));
        all("q=" + number).body("items.id", contains(id)).body("interpreted.meaning", contains("lot_number_or_vin"));
        all("q=" + vin.substring(0, 14)).body("items.id", contains(id));
        all("vin=1HGCM82633AO04352").statusCode(422).body("code", is("vin_malformed"));
    }

    @Test
    void wordsAreFoundInMakesAndModelsHoweverTheyAreWritten() throws SQLException {
        Map<String, Object> lot =
                Map.of("make", "ACME-" + make, "model_group", "CX-5", "model_detail", "CX-5 GRAND", "year", 2015);
        var id = lot(lot);
        lot(Map.of("make", "ACME-" + make, "model_group", "CX-50", "year", 2016));

        for (var q : List.of(
                "2015 cx5 " + make, "acme" + make + " CX-5 2015", "CX 5 grand " + make.toLowerCase(Locale.ROOT))) {
            tenant.as("viewer")
                    .queryParam("q", q)
                    .get("/api/v1/lots")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        tenant.as("viewer")
                .queryParam("q", make + " 2015 GRAND nonsense")
                .get("/api/v1/lots")
                .then()
                .body("items", empty())
                .body("interpreted.text", contains(make, "2015", "GRAND", "nonsense"))
                .body("interpreted.meaning", contains("make_or_model", "year", "model_detail", "model_detail"));
        all("q=qqqq").body("items", empty()).body("interpreted.meaning", contains("nothing"));
    }

    @Test
    void allSpellingsOfAMakeAreOne() throws SQLException {
        var one = lot(Map.of("make", make + " MOTORS"));
        var other = lot(Map.of("make", make.toLowerCase(Locale.ROOT) + "-Motors"));

        all("make=" + make + "motors")
                .body("items.id", containsInAnyOrder(one, other))
                .body("total", is(2));
    }

    @Test
    void aMakeThatIsNotThereHasNoLots() {
        search("").statusCode(200).body("items", empty()).body("total", is(0));
    }

    @Test
    void manyModelsAtOnceAreFoundToo() throws SQLException {
        var ids = new ArrayList<Integer>();
        for (var model = 0; model < 9; model++) {
            ids.add(lot(Map.of("model_group", "MODEL " + model, "year", 2000 + model)));
        }

        search("model=model0,model1,model2,model3,model4,model5,model6,model7&sort=-year")
                .body(
                        "items.id",
                        contains(ids.subList(0, 8).stream()
                                .sorted(Collections.reverseOrder())
                                .toArray()));
        search("q=model").body("total", is(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auction_datetime_utc",
                "-auction_datetime_utc",
                "source_updated_at",
                "-source_updated_at",
                "year",
                "-year",
                "current_bid",
                "-current_bid",
                "id",
                "-id",
                "year,-id",
                "-year,auction_datetime_utc"
            })
    void pagesJoinedAreTheWholeListWhileRowsChange(String sort) throws SQLException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var expected = new ArrayList<Integer>();
        for (var n = 0; n < 23; n++) {
            expected.add(lot(randomLot(random)));
        }
        var query = "status=active,unscheduled,sold&currency=USD&limit=4&sort=" + sort;
        var whole = search(query.replace("limit=4", "limit=100")).extract().<List<Integer>>path("items.id");

        var forwards = pages(query, "next", ignored -> change(random));

        assertThat(whole).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(forwards).as("seed " + seed).filteredOn(expected::contains).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auction_datetime_utc", "-year", "id", "-year,auction_datetime_utc"})
    void theWayBackLeadsOverTheSameRows(String sort) throws SQLException {
        var random = new Random(5);
        for (var n = 0; n < 14; n++) {
            lot(randomLot(random));
        }
        var query = "status=active,unscheduled,sold&limit=5&sort=" + sort;
        var whole = search(query.replace("limit=5", "limit=100")).extract().<List<Integer>>path("items.id");
        var last = search(query);
        while (link(last, "next") != null) {
            last = follow(last, "next");
        }

        var back = new ArrayList<Integer>(last.extract().<List<Integer>>path("items.id"));
        while (link(last, "prev") != null) {
            last = follow(last, "prev");
            back.addAll(0, last.extract().<List<Integer>>path("items.id"));
        }

        assertThat(back).isEqualTo(whole);
    }

    /** With few different values, so that many are equal, and with nulls. */
    private static Map<String, Object> randomLot(Random random) {
        var lot = new HashMap<String, Object>(Map.of(
                "status", List.of("active", "unscheduled", "sold").get(random.nextInt(3)), "currency_code", "USD"));
        if (random.nextInt(3) > 0) {
            lot.put("auction_datetime_utc", NOON.plusDays(random.nextInt(4)));
        }
        if (random.nextInt(3) > 0) {
            lot.put("year", 2000 + random.nextInt(4));
        }
        if (random.nextInt(3) > 0) {
            lot.put("source_updated_at", NOON.plusNanos(1000L * random.nextInt(4)));
        }
        if (random.nextInt(3) > 0) {
            lot.put("current_bid", BigDecimal.valueOf(random.nextInt(4), 1));
        }
        return lot;
    }

    /** New lots come anywhere in the order, and the rows of others are written anew. */
    private void change(Random random) {
        try {
            lot(randomLot(random));
            Market.run("update vehicle.lots set grid_row = coalesce(grid_row, '') || 'x' where make = ?", make);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Integer> pages(String query, String relation, Consumer<Integer> between) {
        var page = search(query);
        var ids = new ArrayList<Integer>(page.extract().<List<Integer>>path("items.id"));
        while (link(page, relation) != null) {
            between.accept(ids.size());
            page = follow(page, relation);
            ids.addAll(page.extract().<List<Integer>>path("items.id"));
        }
        return ids;
    }

    private ValidatableResponse follow(ValidatableResponse page, String relation) {
        return tenant.as("viewer")
                .urlEncodingEnabled(false)
                .get(link(page, relation))
                .then()
                .statusCode(200);
    }

    private static String link(ValidatableResponse page, String relation) {
        for (var link : page.extract().header("Link").split(", ")) {
            if (link.endsWith("rel=\"" + relation + "\"")) {
                return link.substring(1, link.indexOf('>'));
            }
        }
        return null;
    }

    @Test
    void aCursorBelongsToItsFilterAndOrder() throws SQLException {
        for (var n = 0; n < 3; n++) {
            lot(Map.of("year", 2010 + n, "color", "RED"));
        }
        String cursor = search("limit=1").extract().path("next_cursor");

        search("limit=2&cursor=" + cursor).statusCode(200);
        for (var other : List.of("year_min=2000", "sort=-id", "status=sold", "model=x", "q=2010", "color=red")) {
            search(other + "&cursor=" + cursor).statusCode(400).body("code", is("bad_cursor"));
        }
        all("cursor=" + cursor).statusCode(400);
        search("cursor=x").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit, greater_than_equal",
        "limit=101, limit, less_than_equal",
        "sort=colour, sort, enum",
        "status=gone, status, enum",
        "sale_type=none, sale_type, enum",
        "bid_min=10, currency, currency_needed",
        "bid_max=10, currency, currency_needed",
        "sort=-current_bid, currency, currency_needed",
        "currency=usd, currency, string_pattern",
        "bid_min=1.234&currency=USD, bid_min, decimal_max_places",
        "year_min=1899, year_min, greater_than_equal",
        "year_max=2101, year_max, less_than_equal",
        "odometer_max=-1, odometer_max, greater_than_equal",
        "auction_from=2026-02-30, auction_from, datetime_parsing",
        "is_wholesale=perhaps, is_wholesale, bool_parsing"
    })
    void wrongValuesAreRefused(String query, String field, String code) {
        search(query)
                .statusCode(422)
                .body("code", is("invalid_parameter"))
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }

    @Test
    void theTotalIsThatOfTheFirstPageOnAllPages() throws SQLException {
        for (var n = 0; n < 3; n++) {
            lot(Map.of());
        }
        String cursor = search("limit=1").extract().path("next_cursor");
        lot(Map.of());

        search("limit=1&cursor=" + cursor).body("total", is(3)).body("total_exact", is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "offset=5", "tenant_id=x"})
    void unknownParametersAreRefused(String query) {
        search(query).statusCode(400).body("code", is("unknown_parameter"));
    }

    @Test
    void fieldsNarrowTheItems() throws SQLException {
        var id = lot(Map.of("year", 2010));

        search("fields=id,year").body("items", is(List.of(Map.of("id", id, "year", 2010))));
        search("fields=id&q=2010")
                .body("items", is(List.of(Map.of("id", id))))
                .body("interpreted", is(List.of(Map.of("text", "2010", "meaning", "year"))));
    }

    @Test
    void aBlankFilterIsAsGoodAsNone() throws SQLException {
        var id = lot(Map.of());

        search("q=&vin=&color=&damage=&currency=&lot_external_id=")
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void moreThanTenThousandAreNotCounted() throws SQLException {
        lot(Map.of("year", 2001));
        Market.run("""
                insert into vehicle.lots (lot_external_id, status, make, auction_datetime_utc)
                select ? || n, 'active', ?, now() + n * interval '1 minute' from generate_series(1, 10000) n
                """, make, make);

        search("limit=100").body("total", is(10_000)).body("total_exact", is(false));
        search("limit=2&q=2001").body("total", is(1)).body("total_exact", is(true));
    }

    @Test
    void aPageCostsTwoQueriesAndOneMoreForNames() throws SQLException {
        for (var n = 0; n < 30; n++) {
            lot(Map.of("location_state", make, "year", 2000 + n));
        }
        var statements = new Statements("vehicle");

        assertThat(statements.countDuring(() -> all("state=" + make).body("total", is(30))))
                .isEqualTo(5);
        assertThat(statements.countDuring(() -> search("").body("items.make", everyItem(is(make)))))
                .isEqualTo(9);
    }
}
