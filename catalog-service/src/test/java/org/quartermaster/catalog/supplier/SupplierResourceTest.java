package org.quartermaster.catalog.supplier;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.product.Shelf;

@CatalogTest
class SupplierResourceTest {
    private static final String SUPPLIERS = "/api/v1/suppliers";

    private final Shelf shelf = Shelf.create();

    @Test
    void aSupplierIsKeptAsItWasGiven() {
        var id = shelf.add(SUPPLIERS, """
                {"code":"S1","name":"Harbour Supply","currency":"EUR","rating":4.5,"minimum_order_value":99.1234,
                 "lead_time_days":3,"scraping_config":{"a":1}}
                """);

        shelf.tenant()
                .as("viewer")
                .get(SUPPLIERS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("rating", is(4.5f))
                .body("minimum_order_value", is(99.1234f))
                .body("scraping_config.a", is(1));
        shelf.tenant().as("viewer").get(SUPPLIERS + "?q=harb").then().body("items.code", is(List.of("S1")));
        shelf.tenant()
                .post(SUPPLIERS, "{\"code\":\"S1\",\"name\":\"x\"}")
                .statusCode(409)
                .body("errors.field", is(List.of("code")));
        shelf.tenant().manager().delete(SUPPLIERS + "/" + id).then().statusCode(204);
        shelf.tenant().as("viewer").get(SUPPLIERS + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rating=5.1",
                "rating=1.234",
                "currency=\"eur\"",
                "lead_time_days=-1",
                "minimum_order_value=-1",
                "currency=\"QQQ\"",
                "last_scraped=\"2026-01-01\""
            })
    void aWrongValueIsNamed(String wrong) {
        var parts = wrong.split("=", 2);

        shelf.tenant()
                .post(SUPPLIERS, "{\"code\":\"S\",\"name\":\"x\",\"%s\":%s}".formatted(parts[0], parts[1]))
                .statusCode(422)
                .body("errors.field", is(List.of(parts[0])));
    }
}
