package org.quartermaster.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** Rows of prices: written, superseded, never changed. */
@CatalogTest
class PriceRowResourceTest {
    private final Shop shop = Shop.open();
    private String prices;

    @BeforeEach
    void enterAProduct() {
        prices = "/products/" + shop.product("A") + "/prices";
    }

    private String basePrice() {
        return shop.value("select base_price from catalog.product");
    }

    @Test
    void whatIsLeftOutIsWhatTheTableSays() {
        shop.post(prices, "{\"amount\": 12.3456}")
                .statusCode(201)
                .body("amount", is(12.3456f))
                .body("currency", is("USD"))
                .body("uom", is("C62"))
                .body("price_kind", is("sell"))
                .body("price_type", is("base"))
                .body("minimum_quantity", is(1.0f))
                .body("source", is("manual"))
                .body("effective_from", notNullValue())
                .body("effective_to", nullValue())
                .body("superseded_at", nullValue());
    }

    @Test
    void anOverlapIsRefusedWithTheOtherRow() {
        var first = shop.make(prices, "{\"amount\": 1, \"effective_from\": \"2030-01-01\"}");

        shop.post(prices, "{\"amount\": 2, \"effective_from\": \"2030-06-01\"}")
                .statusCode(409)
                .body("code", is("price.overlap"))
                .body("price_id", is((int) first));

        shop.make(prices, "{\"amount\": 2, \"effective_to\": \"2030-01-01\"}");
        shop.make(prices, "{\"amount\": 2, \"effective_from\": \"2030-01-01\", \"minimum_quantity\": 2}");
        shop.make(prices, "{\"amount\": 2, \"effective_from\": \"2030-01-01\", \"currency\": \"EUR\"}");
    }

    @Test
    void ofParallelWritersOneWinsAndTheOthersLearnWhich() {
        var pool = Executors.newFixedThreadPool(8);
        var writing = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> shop.post(prices, "{\"amount\": " + (i + 1) + "}"), pool))
                .toList();
        var answers = writing.stream().map(CompletableFuture::join).toList();
        pool.shutdown();

        var made = answers.stream()
                .filter(answer -> answer.extract().statusCode() == 201)
                .toList();
        assertThat(made).hasSize(1);
        var id = made.get(0).extract().<Integer>path("id");
        answers.stream().filter(answer -> !made.contains(answer)).forEach(answer -> answer.statusCode(409)
                .body("price_id", is(id)));
    }

    @Test
    void aChangeSupersedesTheRowAndKeepsIt() {
        var first = shop.make(prices, "{\"amount\": 1, \"effective_from\": \"2026-01-01\"}");
        var then = Instant.now();

        var second = shop.put(prices + "/" + first, "{\"amount\": 2}")
                .statusCode(200)
                .body("amount", is(2.0f))
                .body("effective_from", is("2026-01-01T00:00:00Z"))
                .extract()
                .<Integer>path("id");

        shop.get(prices).body("items.id", contains(second));
        shop.get(prices + "?known_at=" + then).body("items.id", contains((int) first));
        shop.get(prices + "/" + first)
                .body("amount", is(1.0f))
                .body("superseded_by", is(second))
                .body("superseded_at", notNullValue());
        shop.put(prices + "/" + first, "{\"amount\": 3}").statusCode(409).body("code", is("price.superseded"));
        shop.delete(prices + "/" + first).statusCode(409);
    }

    @Test
    void aChangeMayNotGrowIntoAnotherRow() {
        var first = shop.make(prices, "{\"amount\": 1, \"effective_to\": \"2030-01-01\"}");
        var second = shop.make(prices, "{\"amount\": 2, \"effective_from\": \"2030-01-01\"}");

        shop.put(prices + "/" + first, "{\"effective_to\": null}")
                .statusCode(409)
                .body("price_id", is((int) second));

        shop.put(prices + "/" + first, "{\"effective_to\": \"2029-01-01\"}").statusCode(200);
    }

    @Test
    void aDeletedPriceHoldsNoLongerButIsFoundByWhatWasKnown() {
        var id = shop.make(prices, "{\"amount\": 1}");
        var then = Instant.now();

        shop.delete(prices + "/" + id).statusCode(204);

        shop.get(prices).body("items", hasSize(0));
        shop.get(prices + "?known_at=" + then).body("items", hasSize(1));
        assertThat(basePrice()).isNull();
    }

    @Test
    void everyWriteIsToldOnceAndLogged() {
        var id = shop.make(prices, "{\"amount\": 1}");
        shop.put(prices + "/" + id, "{\"amount\": 2}").statusCode(200);

        assertThat(shop.events("price.changed")).isEqualTo(2);
        var data = shop.event("price.changed");
        assertThat(data.at("/added/0/amount").asText()).isEqualTo("2.0000");
        assertThat(data.at("/superseded/0/id").asLong()).isEqualTo(id);
        assertThat(data.get("base_price").asText()).isEqualTo("2.0000");
        assertThat(shop.value("select count(*) from catalog.activitylog where entity_type = 'price'"))
                .isEqualTo("2");
    }

    @Test
    void theListIsFiltered() {
        var group = shop.make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\"}");
        shop.make(prices, "{\"amount\": 1, \"effective_to\": \"2030-01-01\"}");
        shop.make(prices, "{\"amount\": 2, \"effective_from\": \"2030-01-01\"}");
        shop.make(prices, "{\"amount\": 3, \"customer_group_id\": " + group + "}");
        shop.make(prices, "{\"amount\": 4, \"price_kind\": \"cost\"}");
        shop.make(prices, "{\"amount\": 5, \"currency\": \"EUR\"}");

        shop.get(prices + "?at=2031-01-01&scope=d&price_kind=sell&currency=USD").body("items.amount", contains(2.0f));
        shop.get(prices + "?scope=g" + group).body("items.amount", contains(3.0f));
        shop.get(prices + "?price_kind=cost").body("items.amount", contains(4.0f));
        shop.get(prices + "?currency=EUR").body("items.amount", contains(5.0f));
        shop.get(prices + "?scope=everybody").statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | amount | missing",
                "{'amount': -1} | amount | greater_than_equal",
                "{'amount': 1e400} | amount | finite_number",
                "{'amount': 'NaN'} | amount | finite_number",
                "{'amount': 'much'} | amount | float_parsing",
                "{'amount': 1.00001} | amount | decimal_max_places",
                "{'amount': 1, 'currency': 'usd'} | currency | reference.unknown",
                "{'amount': 1, 'currency': 'XXX'} | currency | reference.unknown",
                "{'amount': 1, 'currency': '$'} | currency | string_too_short",
                "{'amount': 1, 'uom': 'BX'} | uom | reference.unknown",
                "{'amount': 1, 'customer_id': 1} | customer_id | reference.unknown",
                "{'amount': 1, 'customer_id': 1, 'price_list_id': 1} | customer_id | price.one_scope",
                "{'amount': 1, 'price_kind': 'cost', 'customer_id': 1} | customer_id | price.cost_scope",
                "{'amount': 1, 'minimum_quantity': 0} | minimum_quantity | greater_than_equal",
                "{'amount': 1, 'effective_to': '2000-01-01'} | effective_to | range_backwards",
                "{'amount': 1, 'recorded_at': '2000-01-01'} | recorded_at | unknown_field"
            })
    void aWrongValueIsNamed(String body, String field, String code) {
        refused(shop.post(prices, body.replace('\'', '"')), field, code);
    }

    private static void refused(ValidatableResponse answer, String field, String code) {
        answer.statusCode(422).body("errors[0].field", is(field)).body("errors[0].code", is(code));
    }

    @Test
    void pricesAreWrittenByManagersForProductsThatAreThere() {
        shop.tenant()
                .as("operator")
                .contentType("application/json")
                .body("{\"amount\": 1}")
                .post("/api/v1" + prices)
                .then()
                .statusCode(403);
        Shop.open().post(prices, "{\"amount\": 1}").statusCode(404);
        shop.value("update catalog.product set deleted_at = now() returning id");
        shop.post(prices, "{\"amount\": 1}").statusCode(410);
    }
}
