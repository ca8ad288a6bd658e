package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** The price of an old quotation can be shown again for as long as its rows are kept. */
@CatalogTest
class KnownPriceTest {
    private TestShop shop;
    private Shop prices;

    @BeforeEach
    void open() throws SQLException {
        shop = TestShop.open();
        prices = new Shop(shop.tenant());
    }

    @Test
    void whatWasKnownThenGivesTheSamePriceWithTheSameSteps() throws SQLException {
        var quotation = shop.create(shop.gloves(10));
        var product = "/products/" + shop.product();
        prices.put(product + "/prices/ladder", "{\"tiers\": [{\"minimum_quantity\": 1, \"amount\": 20}]}")
                .statusCode(200);
        var question = product + "/price?quantity=10&customer_id=" + shop.customer();

        var then = prices.read(question
                + "&at=%1$s&known_at=%1$s".formatted(quotation.get("priced_at").asText()));
        var now = prices.read(question);

        var line = quotation.at("/line_items/0");
        assertThat(then.get("unit_price").asText())
                .isEqualTo(line.get("unit_price").asText());
        assertThat(then.get("line_tax").asText()).isEqualTo(line.get("line_tax").asText());
        assertThat(then.at("/source/pricing_id")).isEqualTo(line.at("/price_trace/source/pricing_id"));
        assertThat(then.get("steps").findValuesAsText("output"))
                .isEqualTo(line.at("/price_trace/steps").findValuesAsText("output"));
        assertThat(now.get("unit_price").asText()).isEqualTo("19.0000");
    }

    @Test
    void aQuotationKeepsItsPricesWhateverBecomesOfTheLists() throws SQLException {
        var quotation = shop.create(shop.gloves(10));

        prices.put(
                        "/products/" + shop.product() + "/prices/ladder",
                        "{\"tiers\": [{\"minimum_quantity\": 1, \"amount\": 20}]}")
                .statusCode(200);

        assertThat(shop.get(quotation).get("total_amount").asText()).isEqualTo("103.79");
    }
}
