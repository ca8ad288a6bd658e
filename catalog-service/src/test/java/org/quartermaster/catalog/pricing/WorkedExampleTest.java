package org.quartermaster.catalog.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** The ladder that the specification works out: three tiers, a group's discount, a cost, a margin and a tax. */
@CatalogTest
class WorkedExampleTest {
    private final Shop shop = Shop.open();
    private long product;
    private long customer;

    @BeforeEach
    void buildTheLadder() {
        product = shop.product("GL-400");
        var group = shop.make("/customer-groups", """
                {"code": "TRADE", "name": "Trade", "discount_percent": 5}""");
        customer = shop.customer("harbour", group);
        shop.patch("admin", "/settings", "{\"min_margin_percent\": 10}").statusCode(200);
        shop.make("/tax-rates", """
                {"tax_class": "standard", "rate": 0.15, "valid_from": "2020-01-01"}""");
        shop.make("/products/" + product + "/prices", "{\"price_kind\": \"cost\", \"amount\": 7}");
        shop.put("/products/" + product + "/prices/ladder", """
                        {"currency": "USD", "tiers": [{"minimum_quantity": 1, "amount": 10},
                         {"minimum_quantity": 10, "amount": 9.5}, {"minimum_quantity": 100, "amount": 8}]}""").statusCode(200);
    }

    private JsonNode price(int quantity) {
        return shop.read("/products/%d/price?quantity=%d&customer_id=%d".formatted(product, quantity, customer));
    }

    private static String figures(JsonNode price) {
        return String.join(
                " ",
                price.get("unit_price").asText(),
                price.get("line_total").asText(),
                price.get("line_tax").asText(),
                price.get("gross").asText(),
                price.at("/floor/status").asText());
    }

    @Test
    void tenPiecesCostTheSecondTierLessTheDiscount() {
        assertThat(figures(price(10))).isEqualTo("9.0250 90.25 13.54 103.79 kept");
    }

    @Test
    void aHundredPiecesAreLiftedToTheFloor() {
        var price = price(100);

        assertThat(figures(price)).isEqualTo("7.7778 777.78 116.67 894.45 applied");
        assertThat(price.at("/floor/value").asText()).isEqualTo("7.7778");
    }

    @Test
    void ninePiecesCostTheFirstTierAndSeeTheNext() {
        var price = price(9);

        assertThat(figures(price)).isEqualTo("9.5000 85.50 12.83 98.33 kept");
        assertThat(price.at("/next_break/minimum_quantity").decimalValue()).isEqualByComparingTo("10");
        assertThat(price.at("/next_break/unit_price").asText()).isEqualTo("9.0250");
    }

    @Test
    void theStepsLeadToThePriceOneAfterTheOther() {
        var steps = price(100).get("steps");

        assertThat(steps.findValuesAsText("code"))
                .isEqualTo(List.of("uom", "candidate", "tier", "type", "group_discount", "floor", "round", "tax"));
        for (var i = 4; i < 7; i++) {
            assertThat(steps.get(i).get("input").decimalValue())
                    .isEqualByComparingTo(steps.get(i - 1).get("output").decimalValue());
        }
    }

    @Test
    void theRowThatMadeThePriceIsNamedAndTheOthersAreRejectedWithAReason() {
        var price = price(10);

        assertThat(price.at("/source/scope").asText()).isEqualTo("d");
        assertThat(price.at("/source/minimum_quantity").decimalValue()).isEqualByComparingTo("10");
        assertThat(price.get("rejected").findValuesAsText("reason"))
                .containsExactlyInAnyOrder("lower_tier", "above_quantity");
    }
}
