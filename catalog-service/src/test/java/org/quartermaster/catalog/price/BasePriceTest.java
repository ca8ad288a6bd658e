package org.quartermaster.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;

/** What a product shows as its price is what holds for everybody now. */
@CatalogTest
class BasePriceTest {
    @Inject
    BasePrices basePrices;

    @Inject
    Writes writes;

    private final Shop shop = Shop.open();
    private long product;
    private String prices;

    @BeforeEach
    void enterAProduct() {
        product = shop.product("A");
        prices = "/products/" + product + "/prices";
    }

    private String shown() {
        return shop.value("select base_price from catalog.product");
    }

    private void set(String amount) {
        Awaiting.result(() -> writes.write(
                Caller.system(shop.tenant().id()),
                unit -> basePrices.set(unit, product, amount == null ? null : new BigDecimal(amount))));
    }

    @Test
    void itFollowsTheRowForEverybodyInTheProductsCurrencyAndUnit() {
        var group = shop.make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\"}");
        shop.make(prices, "{\"amount\": 1, \"customer_group_id\": " + group + "}");
        shop.make(prices, "{\"amount\": 2, \"currency\": \"EUR\"}");
        shop.make(prices, "{\"amount\": 3, \"minimum_quantity\": 10}");
        shop.make(prices, "{\"amount\": 4, \"price_kind\": \"cost\"}");
        assertThat(shown()).isNull();

        shop.make(prices, "{\"amount\": 500, \"price_unit_quantity\": 100}");

        assertThat(shown()).isEqualTo("5.0000");
    }

    @Test
    void aPriceForLaterIsDueWhenItBegins() {
        shop.make(prices, "{\"amount\": 2, \"effective_from\": \"2999-01-01\"}");

        assertThat(shown()).isNull();
        assertThat(shop.value("select extract(year from due_at)::int from catalog.basepricedue"))
                .isEqualTo("2999");
    }

    @Test
    void whenItsTimeHasComeItIsMadeAnewAndToldOf() throws SQLException {
        shop.value("""
                insert into catalog.productpricing (tenant_id, product_id, amount, effective_from)
                values (:t, %d, 7, now() - interval '1 second') returning id
                """.formatted(product));
        shop.value("""
                insert into catalog.basepricedue (tenant_id, product_id, due_at)
                values (:t, %d, now() - interval '1 second') returning product_id
                """.formatted(product));

        // Another turn of the clock may hold the work at this moment.
        Awaitility.await("the base price is made anew")
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    basePrices.refresh();
                    return "7.0000".equals(shown());
                });

        assertThat(shop.value("select count(*) from catalog.basepricedue")).isEqualTo("0");
        assertThat(shop.events("price.changed")).isEqualTo(1);
        assertThat(shop.event("price.changed").get("changed").toString()).isEqualTo("[\"base_price\"]");
    }

    @Test
    void setItHoldsFromNowAndTheTimeBeforeKeepsItsPrice() {
        shop.make(prices, "{\"amount\": 1, \"effective_from\": \"2026-01-01\"}");

        set("2");
        set("2.0");

        assertThat(shown()).isEqualTo("2.0000");
        assertThat(shop.read("/products/" + product + "/price?at=2026-01-02")
                        .get("unit_price")
                        .asText())
                .isEqualTo("1.0000");
        assertThat(shop.value("select count(*) from catalog.productpricing")).isEqualTo("3");
    }

    @Test
    void setToNothingItEnds() {
        set("2");
        set(null);

        assertThat(shown()).isNull();
    }

    @Test
    void setItEndsWhereAPriceForLaterBegins() {
        shop.make(prices, "{\"amount\": 3, \"effective_from\": \"2999-01-01\"}");

        set("2");

        assertThat(shop.value(
                        "select extract(year from effective_to)::int from catalog.productpricing where amount = 2"))
                .isEqualTo("2999");
        assertThat(shown()).isEqualTo("2.0000");
    }
}
