package org.quartermaster.catalog.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.product.Shelf;

@CatalogTest
class BrandResourceTest {
    private static final String BRANDS = "/api/v1/brands";

    private final Shelf shelf = Shelf.create();

    @Test
    void aBrandIsFoundByItsNameAndTakenInAnyLetterCase() {
        var id = shelf.add(BRANDS, "{\"name\":\"Acme  Tools\",\"aliases\":[\"ACM\",\"ACM\"]}");

        shelf.tenant()
                .as("viewer")
                .get(BRANDS + "?q=acme t")
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(id)))
                .body("items[0].aliases", is(List.of("ACM")))
                .body("items[0].slug", is("acme-tools"));
        shelf.tenant()
                .post(BRANDS, "{\"name\":\"acme tools\"}")
                .statusCode(409)
                .body("errors.field", is(List.of("name")));
        shelf.tenant().as("viewer").get(BRANDS + "?colour=red").then().statusCode(400);
    }

    @Test
    void articlesOfARenamedBrandAreFoundByItsNewName() {
        var brand = shelf.add(BRANDS, "{\"name\":\"Acme\"}");
        shelf.product("{\"sku\":\"A\",\"name\":\"Drill\",\"brand_id\":%d}".formatted(brand));

        shelf.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Zenith\"}")
                .patch(BRANDS + "/" + brand)
                .then()
                .statusCode(200)
                .body("version", is(2));

        Awaitility.await("articles are indexed again").untilAsserted(() -> {
            try (var session = CatalogSession.in(shelf.tenant().id())) {
                assertThat(session.value("select folded_keys from catalog.product"))
                        .contains("zenith");
            }
        });
    }

    @Test
    void aBrandOfArticlesIsNotDeleted() {
        var brand = shelf.add(BRANDS, "{\"name\":\"Acme\"}");
        shelf.product("{\"sku\":\"A\",\"name\":\"Drill\",\"brand_id\":%d}".formatted(brand));

        shelf.tenant()
                .manager()
                .delete(BRANDS + "/" + brand)
                .then()
                .statusCode(409)
                .body("code", is("in_use"));
    }

    @Test
    void aStaleChangeIsRefusedWhereAVersionIsNamed() {
        var brand = BRANDS + "/" + shelf.add(BRANDS, "{\"name\":\"Acme\"}");

        shelf.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7.x\"")
                .body("{\"name\":\"B\"}")
                .put(brand)
                .then()
                .statusCode(412);
        shelf.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"description\":\"d\"}")
                .put(brand)
                .then()
                .statusCode(422)
                .body("errors.field", is(List.of("name")));
        shelf.tenant()
                .as("operator")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"B\"}")
                .post(BRANDS)
                .then()
                .statusCode(403);
    }
}
