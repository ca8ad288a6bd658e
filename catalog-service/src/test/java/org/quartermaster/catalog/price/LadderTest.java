package org.quartermaster.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** A ladder is put as a whole. */
@CatalogTest
class LadderTest {
    private static final String TIERS = """
            "tiers": [{"minimum_quantity": 10, "amount": 9}, {"minimum_quantity": 1, "amount": 10}]""";

    private final Shop shop = Shop.open();
    private String prices;

    @BeforeEach
    void enterAProduct() {
        prices = "/products/" + shop.product("A") + "/prices";
    }

    private ValidatableResponse put(String fields) {
        return shop.put(prices + "/ladder", "{" + fields + "}");
    }

    @Test
    void theLowestTierComesFirst() {
        put(TIERS)
                .statusCode(200)
                .body("rows.amount", contains(10.0f, 9.0f))
                .body("rows.minimum_quantity", contains(1.0f, 10.0f))
                .body("warnings", empty());
    }

    @Test
    void putAgainItReplacesTheLadderThatHolds() {
        var first = put(TIERS).extract().<Integer>path("rows[0].id");

        var second = put("\"tiers\": [{\"minimum_quantity\": 1, \"amount\": 11}]")
                .statusCode(200)
                .extract()
                .<Integer>path("rows[0].id");

        shop.get(prices).body("items.id", contains(second));
        shop.get(prices + "/" + first).body("superseded_by", is(second)).body("superseded_at", notNullValue());
        assertThat(shop.events("price.changed")).isEqualTo(2);
    }

    @Test
    void oneThatBeginsAtTheSameTimeIsReplacedAndAnyOtherOverlapRefused() {
        var from = "\"effective_from\": \"%s\", " + TIERS;
        put(from.formatted("2030-01-01")).statusCode(200);
        var again = put(from.formatted("2030-01-01")).statusCode(200).extract().<Integer>path("rows[0].id");

        put(from.formatted("2031-01-01"))
                .statusCode(409)
                .body("code", is("price.overlap"))
                .body("price_id", is(again));

        put("\"effective_to\": \"2030-01-01\", " + TIERS).statusCode(200);
        shop.get(prices).body("items", hasSize(4));
    }

    @Test
    void eachScopeHasItsOwn() {
        var group = shop.make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\"}");

        put(TIERS).statusCode(200);
        put("\"customer_group_id\": " + group + ", " + TIERS).statusCode(200);

        shop.get(prices).body("items", hasSize(4));
    }

    @Test
    void aDearerTierIsWarnedOfAndTwoOfOneBoundAreRefused() {
        put("""
                "tiers": [{"minimum_quantity": 1, "amount": 10}, {"minimum_quantity": 5, "amount": 11}]""")
                .statusCode(200)
                .body("warnings.code", contains("ladder.dearer"))
                .body("warnings.minimum_quantity", contains(5.0f));
        put("""
                "tiers": [{"minimum_quantity": 1, "amount": 10}, {"minimum_quantity": 1.0, "amount": 11}]""")
                .statusCode(422)
                .body("errors[0].field", is("tiers[1].minimum_quantity"))
                .body("errors[0].code", is("ladder.duplicate"));
        put("\"tiers\": []").statusCode(422);
    }
}
