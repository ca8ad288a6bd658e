package org.quartermaster.vehicle.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.vehicle.VehicleTest;

/** Each test searches among lots of a make of its own. */
@VehicleTest
class LotSearchTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-01T12:00:00Z");

    private final TestLots lots = TestLots.create();

    @Test
    void listedLotsAreFoundUnlessAStatusIsAskedFor() throws SQLException {
        var later = lots.add(Map.of("auction_datetime_utc", NOON.plusDays(1)));
        var sooner = lots.add(Map.of("auction_datetime_utc", NOON));
        var unscheduled = lots.add(Map.of("status", "unscheduled"));
        var sold = lots.add(Map.of("status", "sold", "auction_datetime_utc", NOON));
        lots.add(Map.of("status", "removed", "is_removed", true));

        lots.search("")
                .statusCode(200)
                .body("items.id", contains(sooner, later, unscheduled))
                .body("total", is(3))
                .body("total_exact", is(true))
                .body("interpreted", nullValue());
        lots.search("sort=-auction_datetime_utc").body("items.id", contains(later, sooner, unscheduled));
        lots.search("status=sold,unscheduled").body("items.id", contains(sold, unscheduled));
        lots.search("status=removed").body("items", empty());
    }

    @Test
    void wordsAreFoundInMakesAndModelsHoweverTheyAreWritten() throws SQLException {
        Map<String, Object> lot = Map.of(
                "make", "ACME-" + lots.make(), "model_group", "CX-5", "model_detail", "CX-5 GRAND", "year", 2015);
        var id = lots.add(lot);
        lots.add(Map.of("make", "ACME-" + lots.make(), "model_group", "CX-50", "year", 2016));

        for (var q : List.of(
                "2015 cx5 " + lots.make(),
                "acme" + lots.make() + " CX-5 2015",
                "CX 5 grand " + lots.make().toLowerCase(Locale.ROOT))) {
            lots.tenant()
                    .as("viewer")
                    .queryParam("q", q)
                    .get("/api/v1/lots")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        lots.tenant()
                .as("viewer")
                .queryParam("q", lots.make() + " 2015 GRAND nonsense")
                .get("/api/v1/lots")
                .then()
                .body("items", empty())
                .body("interpreted.text", contains(lots.make(), "2015", "GRAND", "nonsense"))
                .body("interpreted.meaning", contains("make_or_model", "year", "model_detail", "model_detail"));
        lots.all("q=qqqq").body("items", empty()).body("interpreted.meaning", contains("nothing"));
    }

    @Test
    void aMakeThatIsNotThereHasNoLots() {
        lots.search("").statusCode(200).body("items", empty()).body("total", is(0));
    }

    @Test
    void fieldsNarrowTheItems() throws SQLException {
        var id = lots.add(Map.of("year", 2010));

        lots.search("fields=id,year").body("items", is(List.of(Map.of("id", id, "year", 2010))));
        lots.search("fields=id&q=2010")
                .body("items", is(List.of(Map.of("id", id))))
                .body("interpreted", is(List.of(Map.of("text", "2010", "meaning", "year"))));
    }

    @Test
    void moreThanTenThousandAreNotCounted() throws SQLException {
        lots.add(Map.of("year", 2001));
        Market.run("""
                insert into vehicle.lots (lot_external_id, status, make, auction_datetime_utc)
                select ? || n, 'active', ?, now() + n * interval '1 minute' from generate_series(1, 10000) n
                """, lots.make(), lots.make());

        lots.search("limit=100").body("total", is(10_000)).body("total_exact", is(false));
        lots.search("limit=2&q=2001").body("total", is(1)).body("total_exact", is(true));
    }

    @Test
    void aPageCostsTwoQueriesAndOneMoreForNames() throws SQLException {
        for (var n = 0; n < 30; n++) {
            lots.add(Map.of("location_state", lots.make(), "year", 2000 + n));
        }
        var statements = new Statements("vehicle");

        assertThat(statements.countDuring(() -> lots.all("state=" + lots.make()).body("total", is(30))))
                .isEqualTo(5);
        assertThat(statements.countDuring(() -> lots.search("").body("items.make", everyItem(is(lots.make())))))
                .isEqualTo(9);
    }
}
