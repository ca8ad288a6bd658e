package org.quartermaster.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.product.Shelf;

/** Articles come in by a file. */
@CatalogTest
class ProductImportTest {
    private static final String FILE = "SKU;Name;Price;in_stock\nA-1;<b>Drill</b> 18&nbsp;V | A-1;283.9;True\n"
            + "A-2;Saw;12.5;False\n";

    private final Shelf shelf = Shelf.create();

    private JsonPath load(String csv, Map<String, String> options) {
        var file = csv.getBytes(StandardCharsets.UTF_8);
        var request = shelf.tenant().manager().multiPart("file", "list.csv", file, "text/csv");
        options.forEach(request::multiPart);
        var location = request.post("/api/v1/imports/products")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await("the import")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> shelf.tenant().manager().get(location).jsonPath(),
                        job -> job.getString("finished_at") != null);
    }

    @Test
    void aFileIsCleanedAndIsTheSameTheSecondTime() {
        assertThat(load(FILE, Map.of()).getInt("result.created")).isEqualTo(2);
        shelf.get("/by-sku/a-1")
                .statusCode(200)
                .body("name", equalTo("Drill 18 V"))
                .body("availability", equalTo("in_stock"));
        var version = shelf.get("/by-sku/A-2").extract().jsonPath().getInt("version");

        var again = load(FILE.replace("A-2", "a-2"), Map.of());

        assertThat(again.getInt("result.unchanged")).isEqualTo(2);
        shelf.get("/by-sku/A-2").body("version", is(version));
    }

    @Test
    void eachRowIsAccountedFor() {
        load(FILE, Map.of());

        var job = load("sku,name,price\nA-1,Drill 18 V,300\na-1,Twin,1\n,Nameless,1\nA-3,New,-1\nA-4,New,2\n", Map.of());

        assertThat(job.getInt("result.rows")).isEqualTo(5);
        assertThat(job.getInt("result.updated")).isEqualTo(1);
        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getInt("result.rejected")).isEqualTo(3);
        assertThat(job.getList("errors.column")).contains("sku", "base_price");
    }

    @Test
    void aDryRunShowsWhatItWouldDoAndDoesNothing() {
        var job = load(FILE, Map.of("dry_run", "true"));

        assertThat(job.getInt("result.created")).isEqualTo(2);
        assertThat(job.getString("result.preview[0].after.sku")).isEqualTo("A-1");
        shelf.get("/by-sku/A-1").statusCode(404);
    }

    @Test
    void anAtomicFileComesWholeOrNotAtAll() {
        var job = load(FILE + "A-3;;1;True\n", Map.of("atomic", "true"));

        assertThat(job.getString("state")).isEqualTo("failed");
        shelf.get("/by-sku/A-1").statusCode(404);
    }

    @Test
    void aFileWithoutSkuFailsBeforeAnyRow() {
        var job = load("name\nDrill\n", Map.of());

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("errors.code", String.class)).containsExactly("reference.column_missing");
    }
}
