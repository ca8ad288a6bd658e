package org.quartermaster.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.catalog.product.Shelf;

/** What went out raw comes in again and changes nothing. */
@CatalogTest
class ReimportTest {
    private final TestStock stock = new TestStock();
    private final Shelf shelf = new Shelf(stock.tenant());
    private final TestExport export = new TestExport(stock.tenant());

    private JsonPath load(String kind, String name, byte[] file) {
        var location = stock.tenant()
                .manager()
                .multiPart("file", name, file, "application/octet-stream")
                .post("/api/v1/imports/" + kind)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await("the import of " + name)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> stock.tenant().manager().get(location).jsonPath(),
                        job -> job.getString("finished_at") != null);
    }

    @Test
    void articlesStayAsTheyAre() {
        var brand = shelf.add("/api/v1/brands", "{\"name\": \"Acme & Sons\"}");
        var category = shelf.add("/api/v1/categories", "{\"name\": \"Hand protection\", \"external_code\": \"HP\"}");
        var product = shelf.product("""
                {"sku": "-GL 1", "name": "Glove, \\"blue\\"", "name_ar": "قفاز", "description": "=1+1\\nsecond line",
                 "brand_id": %d, "category_id": %d, "base_price": 12.5, "mpn": "+5", "gtin": "4006381333931",
                 "source_url": "https://example.org/?a=1&b=2", "status": "inactive", "availability": "backorder"}
                """.formatted(brand, category));
        stock.receive(shelf.product("{\"sku\": \"S-1\", \"name\": \"Saw\"}"), stock.warehouse("W1", 1), 5);
        var version = shelf.get("/" + product).extract().<Integer>path("version");

        requireUnchanged("products", 2);
        shelf.get("/" + product).body("version", is(version));
    }

    @Test
    void pricesStayAsTheyAre() {
        var product = shelf.product("{\"sku\": \"A\", \"name\": \"Saw\", \"base_price\": 10}");
        var group = shelf.add("/api/v1/customer-groups", "{\"code\": \"G\", \"name\": \"Firms\"}");
        var supplier = shelf.add("/api/v1/suppliers", "{\"code\": \"S\", \"name\": \"Maker\"}");
        var prices = "/api/v1/products/" + product + "/prices";
        shelf.add(prices, "{\"amount\": 9.5, \"minimum_quantity\": 10, \"effective_to\": \"2040-01-01T00:00:00Z\"}");
        shelf.add(prices, "{\"amount\": 8, \"customer_group_id\": %d, \"currency\": \"EUR\"}".formatted(group));
        shelf.add(prices, "{\"amount\": 7, \"price_kind\": \"cost\", \"supplier_id\": %d}".formatted(supplier));

        requireUnchanged("prices", 4);
    }

    @Test
    void stockStaysAsItIs() {
        var product = stock.product("A");
        var warehouse = stock.warehouse("W1", 1);
        stock.receive(product, warehouse, 5);
        stock.reserve(TestStock.line(product, 2)).statusCode(201);

        requireUnchanged("stock", 1);

        stock.requireConsistent();
    }

    @Test
    void customersStayAsTheyAre() {
        shelf.add("/api/v1/customers", """
                {"code": "C-1", "name": "@Ann", "email": "Ann@harbour.example", "phone": "+967 1", "notes": "a\\nb",
                 "credit_limit": 500, "addresses": [{"kind": "shipping", "lines": "Quay 1"}]}
                """);

        requireUnchanged("customers", 1);
    }

    private void requireUnchanged(String kind, int rows) {
        for (var format : List.of("csv", "xlsx")) {
            var file = export.file(kind, "\"format\": \"%s\", \"raw\": true".formatted(format));

            var job = load(kind, kind + "." + format, file);

            assertThat(job.getInt("result.rows")).as(job.prettify()).isEqualTo(rows);
            assertThat(job.getInt("result.unchanged")).as(job.prettify()).isEqualTo(rows);
        }
    }
}
