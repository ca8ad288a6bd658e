package org.quartermaster.catalog.enrichment;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.product.Shelf;

@CatalogTest
class EnrichmentResourceTest {
    private final Shelf shelf = Shelf.create();

    private void enrich(int product) {
        String job = shelf.tenant()
                .post(Shelf.PRODUCTS + "/" + product + "/enrich", "{}")
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await("the job is done")
                .atMost(Duration.ofMinutes(1))
                .until(() -> shelf.tenant().manager().get(job).path("state").equals("succeeded"));
    }

    @Test
    void anArticleIsCleanedAndCompletedByItsOwnTexts() {
        var brand = shelf.add("/api/v1/brands", "{\"name\":\"Harbour Works\",\"aliases\":[\"HWK\"]}");
        var product = shelf.product("""
                {"sku":"WP-1","name":"<b>HWK wipes</b> &amp; more | WP-1","description":"<p>200/roll, 36/box</p>"}
                """);

        enrich(product);

        shelf.get("/" + product)
                .body("name", is("HWK wipes & more"))
                .body("description", is("200/roll, 36/box"))
                .body("brand_id", is(brand))
                .body("enrichment_status", is("incomplete"))
                .body("last_enriched", notNullValue())
                .body("completeness", is(80.0f));
        shelf.get("/" + product + "/specifications")
                .body("items.spec_name", is(List.of("content per roll", "rolls per box")))
                .body("items.source", hasItem("parsed"));
        shelf.get("/" + product + "/provenance")
                .body("items.find { it.field == 'brand_id' }.observations.source", is(List.of("parsed")))
                .body("items.find { it.field == 'name' }.observations.value", hasItems("HWK wipes & more"));
    }

    @Test
    void whatAPersonSaidStaysAndAChangeAsksForAnotherLook() {
        var mine = shelf.add("/api/v1/brands", "{\"name\":\"Mine\"}");
        var other = shelf.add("/api/v1/brands", "{\"name\":\"Other\"}");
        var product =
                shelf.product("{\"sku\":\"A\",\"name\":\"Other wipes 200/roll\",\"brand_id\":%d}".formatted(mine));
        shelf.put(
                "/" + product + "/specifications",
                "{\"items\":[{\"spec_name\":\"Content per roll\",\"spec_value\":\"180\"}]}");

        enrich(product);

        shelf.get("/" + product).body("brand_id", is(mine)).body("enrichment_status", is("incomplete"));
        shelf.get("/" + product + "/specifications").body("items.spec_value", is(List.of("180")));
        shelf.get("/" + product + "/provenance")
                .body("items.find { it.field == 'brand_id' }.observations.value", hasItems(mine, other));
        shelf.patch("/" + product, "{\"mpn\":\"M-1\"}").body("enrichment_status", is("pending"));
        shelf.delete("/" + product).statusCode(204);
        shelf.tenant().post(Shelf.PRODUCTS + "/" + product + "/enrich", "{}").statusCode(410);
    }

    @Test
    void aBrandThatWasReadFollowsTheName() {
        var first = shelf.add("/api/v1/brands", "{\"name\":\"Alba\"}");
        var second = shelf.add("/api/v1/brands", "{\"name\":\"Bora\"}");
        var product = shelf.product("{\"sku\":\"A\",\"name\":\"Alba wipes\"}");
        enrich(product);
        shelf.get("/" + product).body("brand_id", is(first));

        shelf.patch("/" + product, "{\"name\":\"Bora wipes\"}");
        enrich(product);

        shelf.get("/" + product).body("brand_id", is(second));
    }
}
