package org.quartermaster.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
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

        var job = load("products", "products.csv", export.file("products", "\"format\": \"csv\", \"raw\": true"));

        assertThat(job.getInt("result.unchanged")).as(job.prettify()).isEqualTo(2);
        assertThat(job.getInt("result.rows")).isEqualTo(2);
        shelf.get("/" + product).body("version", is(version));
    }
}
