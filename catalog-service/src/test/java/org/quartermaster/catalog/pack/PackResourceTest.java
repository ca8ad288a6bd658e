package org.quartermaster.catalog.pack;

import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.product.Shelf;

@CatalogTest
class PackResourceTest {
    private final Shelf shelf = Shelf.create();
    private final int product = shelf.product("{\"sku\":\"GL-400\",\"name\":\"Glove\"}");

    @Test
    void aPackHasAFactorAndItsCodeOnce() {
        var path = "/" + product + "/packs";
        var pack = shelf.add(Shelf.PRODUCTS + path, "{\"code\":\"box\",\"factor\":50,\"sku\":\"GL-400-BX\"}");

        shelf.get(path).statusCode(200).body("items.code", is(List.of("BX"))).body("items[0].factor", is(50.0f));
        shelf.tenant()
                .post(Shelf.PRODUCTS + path, "{\"code\":\"BX\",\"factor\":10}")
                .statusCode(409)
                .body("errors.field", is(List.of("code")));
        shelf.tenant()
                .post(Shelf.PRODUCTS + path, "{\"code\":\"CT\",\"factor\":0}")
                .statusCode(422)
                .body("errors.field", is(List.of("factor")));
        shelf.put(path + "/" + pack, "{\"code\":\"BX\",\"factor\":100}")
                .statusCode(200)
                .body("version", is(2));
        shelf.delete(path + "/" + pack).statusCode(204);
        shelf.delete(path + "/" + pack).statusCode(404);
    }

    @Test
    void aCertificateNamesAStandardThatIsListedOrOfABodyWithoutRows() {
        var path = Shelf.PRODUCTS + "/" + product + "/certifications";

        shelf.tenant()
                .post(path, "{\"standard_text\":\"EN 388\",\"valid_to\":\"2030-01-01\"}")
                .statusCode(201);
        shelf.tenant()
                .post(path, "{\"standard_text\":\"ANSI Z99.9-1901\"}")
                .statusCode(422)
                .body("errors.code", is(List.of("citation.not_in_list")));
        shelf.tenant().post(path, "{\"marking\":\"CE\"}").statusCode(422);
    }
}
