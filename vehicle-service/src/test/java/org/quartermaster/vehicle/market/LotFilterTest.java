package org.quartermaster.vehicle.market;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.vehicle.VehicleTest;

/** Each test searches among lots of a make of its own. */
@VehicleTest
class LotFilterTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-01T12:00:00Z");

    private final TestLots lots = TestLots.create();

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
        var fits = lots.add(Map.ofEntries(
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
        lots.add(Map.of("odometer", new BigDecimal("1.0"), "odometer_unit", "unknown", "fuel", "gasoline"));
        lots.add(Map.of("current_bid", new BigDecimal("10.50"), "currency_code", "CAD", "year", 2014));

        lots.search(filter).statusCode(200).body("items.id", contains(fits)).body("total", is(1));
    }

    @Test
    void kilometresAndMilesAreComparedAsLengths() throws SQLException {
        var km = lots.add(Map.of("odometer", new BigDecimal("150000.0"), "odometer_unit", "km"));
        lots.add(Map.of("odometer", new BigDecimal("100000.0"), "odometer_unit", "mi"));

        lots.search("odometer_max=150000").body("items.id", contains(km));
    }

    @Test
    void allSpellingsOfAMakeAreOne() throws SQLException {
        var one = lots.add(Map.of("make", lots.make() + " MOTORS"));
        var other = lots.add(Map.of("make", lots.make().toLowerCase(Locale.ROOT) + "-Motors"));

        lots.all("make=" + lots.make() + "motors")
                .body("items.id", containsInAnyOrder(one, other))
                .body("total", is(2));
    }

    @Test
    void manyModelsAtOnceAreFoundToo() throws SQLException {
        var ids = new ArrayList<Integer>();
        for (var model = 0; model < 9; model++) {
            ids.add(lots.add(Map.of("model_group", "MODEL " + model, "year", 2000 + model)));
        }

        lots.search("model=model0,model1,model2,model3,model4,model5,model6,model7&sort=-year")
                .body(
                        "items.id",
                        contains(ids.subList(0, 8).stream()
                                .sorted(Collections.reverseOrder())
                                .toArray()));
        lots.search("q=model").body("total", is(9));
    }

    @Test
    void aBlankFilterIsAsGoodAsNone() throws SQLException {
        var id = lots.add(Map.of());

        lots.search("q=&vin=&color=&damage=&currency=&lot_external_id=")
                .statusCode(200)
                .body("items.id", contains(id));
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
        lots.search(query)
                .statusCode(422)
                .body("code", is("invalid_parameter"))
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "offset=5", "tenant_id=x"})
    void unknownParametersAreRefused(String query) {
        lots.search(query).statusCode(400).body("code", is("unknown_parameter"));
    }

    @Test
    void lotsAreFoundByNumberAndByVin() throws SQLException {
        var vin = Market.vin();
        Market.vehicle(vin, lots.make());
        var number = "N" + System.nanoTime();
        var id = lots.add(Map.of("vin", vin, "lot_external_id", number));

        lots.all("vin=" + vin.toLowerCase(Locale.ROOT)).body("items.id", contains(id));
        lots.all("lot_external_id=" + number).body("items.id", contains(id));
        lots.all("q=" + number)
                .body("items.id", contains(id))
                .body("interpreted.meaning", contains("lot_number_or_vin"));
        lots.all("q=" + vin.substring(0, 14)).body("items.id", contains(id));
        lots.all("vin=1HGCM82633AO04352").statusCode(422).body("code", is("vin_malformed"));
    }
}
