package org.quartermaster.vehicle.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.vehicle.VehicleTest;

/** Each test orders lots of a make of its own. */
@VehicleTest
class LotOrderTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-01T12:00:00Z");

    private final TestLots lots = TestLots.create();

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
            expected.add(lots.add(randomLot(random)));
        }
        var query = "status=active,unscheduled,sold&currency=USD&limit=4&sort=" + sort;
        var whole = lots.search(query.replace("limit=4", "limit=100")).extract().<List<Integer>>path("items.id");

        var forwards = pages(query, "next", ignored -> change(random));

        assertThat(whole).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(forwards).as("seed " + seed).filteredOn(expected::contains).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auction_datetime_utc", "-year", "id", "-year,auction_datetime_utc"})
    void theWayBackLeadsOverTheSameRows(String sort) throws SQLException {
        var random = new Random(5);
        for (var n = 0; n < 14; n++) {
            lots.add(randomLot(random));
        }
        var query = "status=active,unscheduled,sold&limit=5&sort=" + sort;
        var whole = lots.search(query.replace("limit=5", "limit=100")).extract().<List<Integer>>path("items.id");
        var last = lots.search(query);
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
            lots.add(randomLot(random));
            Market.run("update vehicle.lots set grid_row = coalesce(grid_row, '') || 'x' where make = ?", lots.make());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Integer> pages(String query, String relation, Consumer<Integer> between) {
        var page = lots.search(query);
        var ids = new ArrayList<Integer>(page.extract().<List<Integer>>path("items.id"));
        while (link(page, relation) != null) {
            between.accept(ids.size());
            page = follow(page, relation);
            ids.addAll(page.extract().<List<Integer>>path("items.id"));
        }
        return ids;
    }

    private ValidatableResponse follow(ValidatableResponse page, String relation) {
        return lots.tenant()
                .as("viewer")
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
            lots.add(Map.of("year", 2010 + n, "color", "RED"));
        }
        String cursor = lots.search("limit=1").extract().path("next_cursor");

        lots.search("limit=2&cursor=" + cursor).statusCode(200);
        for (var other : List.of("year_min=2000", "sort=-id", "status=sold", "model=x", "q=2010", "color=red")) {
            lots.search(other + "&cursor=" + cursor).statusCode(400).body("code", is("bad_cursor"));
        }
        lots.all("cursor=" + cursor).statusCode(400);
        lots.search("cursor=x").statusCode(400);
    }

    @Test
    void theTotalIsThatOfTheFirstPageOnAllPages() throws SQLException {
        for (var n = 0; n < 3; n++) {
            lots.add(Map.of());
        }
        String cursor = lots.search("limit=1").extract().path("next_cursor");
        lots.add(Map.of());

        lots.search("limit=1&cursor=" + cursor).body("total", is(3)).body("total_exact", is(true));
    }
}
