package org.quartermaster.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.catalog.TestStock;

/** An article with stock is as available as its stock says. */
@CatalogTest
class AvailabilityTest {
    private final TestStock stock = new TestStock();
    private final Shelf shelf = new Shelf(stock.tenant());

    /** An article of which one piece lies somewhere. */
    private int stocked() {
        var product = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\"}");
        stock.receive(product, stock.warehouse("W1", 1), 1);
        return product;
    }

    private void sellOut(int product) {
        var warehouse = stock.sql("select warehouse_id from catalog.productinventory where product_id = " + product);
        stock.move(product, Long.parseLong(warehouse), "issue", "1").statusCode(201);
    }

    @Test
    void itIsToldWhenStockAloneChangesIt() {
        var product = stocked();
        var shop = new Shop(stock.tenant());
        var before = shop.events("product.updated");

        sellOut(product);

        assertThat(shop.events("product.updated")).isEqualTo(before + 1);
        var told = shop.event("product.updated");
        assertThat(told.get("availability").asText()).isEqualTo("out_of_stock");
        assertThat(told.get("changed").toString()).contains("availability");
        shelf.get("/" + product).body("version", is(told.get("version").intValue()));
        stock.tenant()
                .manager()
                .get("/api/v1/activity?entity_type=product&entity_id=" + product)
                .then()
                .body("items[0].details.before.availability", is("in_stock"))
                .body("items[0].details.after.availability", is("out_of_stock"));
    }

    @Test
    void whoMayOrderBeyondTheStockIsToldSoAtOnce() {
        var product = stocked();
        sellOut(product);

        shelf.patch("/" + product, "{\"allow_backorder\":true}").body("availability", is("backorder"));
        shelf.patch("/" + product, "{\"allow_backorder\":false}").body("availability", is("out_of_stock"));
    }

    @Test
    void stockIsStrongerThanWhatSomebodySays() {
        var product = stocked();
        var version = shelf.get("/" + product).extract().<Integer>path("version");

        shelf.patch("/" + product, "{\"availability\":\"out_of_stock\"}")
                .statusCode(200)
                .body("availability", is("in_stock"))
                .body("version", is(version));
        shelf.patch("/" + product, "{\"availability\":\"out_of_stock\",\"mpn\":\"D-1\"}")
                .body("availability", is("in_stock"))
                .body("version", is(version + 1));
    }

    @Test
    void withoutStockRowsWhatIsSaidStays() {
        var product = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\"}");

        shelf.patch("/" + product, "{\"availability\":\"backorder\"}").body("availability", is("backorder"));
        shelf.patch("/" + product, "{\"allow_backorder\":true}").body("availability", is("backorder"));
    }
}
