package org.quartermaster.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;

/** How files are to be understood is kept under a name. */
@CatalogTest
class ImportMappingTest {
    private static final String PATH = "/api/v1/import-mappings";
    private static final String ACME = """
            {"kind": "products", "name": "Acme", "mapping": {"columns": {"sku": "Nr", "name": "Text"}}}
            """;

    private final ImportShop shop = ImportShop.create();

    @Test
    void aMappingIsKeptChangedAndForgotten() {
        var id = shop.shelf().add(PATH, ACME);
        shop.shelf().tenant().post(PATH, ACME).statusCode(409).body("errors.field", contains("name"));

        shop.shelf()
                .tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body(ACME.replace("Text", "Name"))
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("mapping.columns.name", equalTo("Name"))
                .body("version", is(2));

        shop.shelf().tenant().manager().delete(PATH + "/" + id).then().statusCode(204);
        assertThat(shop.get("/import-mappings").getList("items")).isEmpty();
    }

    @Test
    void anImportMayNameAMappingOfItsKind() {
        var id = shop.shelf().add(PATH, ACME);

        var job = shop.load("products", "Nr;Text\nA-1;Drill\n", Map.of("mapping_id", Integer.toString(id)));
        assertThat(job.getInt("result.created")).isEqualTo(1);

        shop.shelf()
                .tenant()
                .manager()
                .multiPart("file", "list.csv", "Nr\n1\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping_id", Integer.toString(id))
                .post("/api/v1/imports/packs")
                .then()
                .statusCode(422)
                .body("errors.field", contains("mapping_id"));
    }

    @Test
    void aMappingThatIsNoneIsRefused() {
        shop.shelf()
                .tenant()
                .post(PATH, ACME.replace("\"Nr\"", "\"Nr\", \"colour\": \"x\""))
                .statusCode(422)
                .body("errors.field", contains("mapping.columns.colour"));
        shop.shelf()
                .tenant()
                .post(PATH, ACME.replace("columns", "rows"))
                .statusCode(422)
                .body("errors.field", contains("mapping.rows"));
    }
}
