package org.quartermaster.catalog.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.platform.testing.Statements;

/** Many prices at once. */
@CatalogTest
class PriceBatchResourceTest {
    private final Shop shop = Shop.open();

    private ValidatableResponse resolve(String lines) {
        return shop.tenant()
                .as("viewer")
                .contentType(ContentType.JSON)
                .body("{\"lines\": [" + lines + "]}")
                .post("/api/v1/prices/resolve")
                .then();
    }

    private long priced(String sku, int amount) {
        var product = shop.product(sku);
        shop.make("/products/" + product + "/prices", "{\"amount\": " + amount + "}");
        return product;
    }

    @Test
    void answersComeInTheOrderOfTheLines() {
        var one = priced("ONE", 1);
        var two = priced("TWO", 2);
        var none = shop.product("NONE");

        resolve("""
                {"product_id": %2$d}, {"product_id": %3$d}, {"product_id": %1$d, "quantity": 3}, {"product_id": %2$d}\
                """.formatted(one, two, none))
                .statusCode(200)
                .body("items.product_id", contains((int) two, (int) none, (int) one, (int) two))
                .body("items.price_status", contains("priced", "missing", "priced", "priced"))
                .body("items.line_total", contains(2.0f, null, 3.0f, 2.0f));
    }

    @Test
    void eachLineIsPricedForItsOwnTime() {
        var product = shop.product("A");
        shop.make("/products/" + product + "/prices", """
                {"amount": 1, "effective_from": "2030-01-01", "effective_to": "2031-01-01"}""");
        shop.make("/products/" + product + "/prices", "{\"amount\": 2, \"effective_from\": \"2031-01-01\"}");

        resolve("""
                {"product_id": %1$d, "at": "2030-06-01"}, {"product_id": %1$d, "at": "2031-06-01"}, {"product_id": %1$d}\
                """.formatted(product)).body("items.unit_price", contains(1.0f, 2.0f, null));
    }

    @Test
    void everyWrongLineIsNamed() {
        var product = priced("ONE", 1);

        resolve("""
                {"product_id": %1$d, "quantity": 0.5}, {"product_id": 1}, {"product_id": %1$d, "customer_id": 1}\
                """.formatted(product))
                .statusCode(422)
                .body("errors.field", contains("lines[0].quantity", "lines[1].product_id", "lines[2].customer_id"));
        resolve("{\"quantity\": 1}").statusCode(422).body("errors[0].field", is("lines[0].product_id"));
        resolve("{\"product_id\": 1, \"colour\": 1}").statusCode(422).body("errors[0].code", is("unknown_field"));
    }

    @Test
    void aThousandLinesAreOneStatementAndOneMoreIsRefused() throws SQLException {
        var product = priced("ONE", 1);
        var line = "{\"product_id\": " + product + "}";
        var lines = IntStream.range(0, 1_000).mapToObj(i -> line).collect(Collectors.joining(","));

        var ran = new Statements("catalog")
                .during(() -> resolve(lines).statusCode(200).body("items", hasSize(1_000)));

        assertThat(ran.entrySet().stream().filter(each -> each.getKey().contains("catalog.product ")))
                .singleElement()
                .satisfies(each -> assertThat(each.getValue()).isEqualTo(1));
        resolve(lines + "," + line).statusCode(422).body("errors[0].field", is("lines"));
    }

    @Test
    void noLinesGiveNoPrices() {
        resolve("").statusCode(200).body("items", empty());
    }
}
