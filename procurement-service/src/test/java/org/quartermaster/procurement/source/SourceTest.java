package org.quartermaster.procurement.source;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestTender;

/** Publishers, and what their packages say of them. */
@ProcurementTest
class SourceTest {
    private final OcdsFile file = OcdsFile.create();

    private static io.restassured.specification.RequestSpecification dataAdmin() {
        return given().auth().oauth2(OcdsFile.token()).contentType("application/json");
    }

    private void load(String id, String publisher, String licence, String extension) {
        file.load("""
                {"uri": "https://example.org/p", "version": "1.1", "publishedDate": "2026-03-01T00:00:00Z",
                 "publisher": {"name": "%s"}, "license": "%s", "extensions": ["%s"], "releases": [%s]}
                """.formatted(publisher, licence, extension, file.release(id, "r1", "2026-03-01T10:00:00Z", "{}")));
    }

    @Test
    void theFirstPackageNamesTheSourceAndEachAddsItsExtensions() {
        load("1", "First", "https://licence.example/1", "https://extension.example/b.json");
        load("2", "Second", "https://licence.example/2", "https://extension.example/a.json");

        dataAdmin()
                .get("/api/v1/ocds/sources/" + file.source())
                .then()
                .body("publisher.name", equalTo("First"))
                .body("licence", equalTo("https://licence.example/1"))
                .body("extensions", contains("https://extension.example/a.json", "https://extension.example/b.json"));
    }

    @Test
    void aSourceWithTendersStays() {
        var source = TestTender.newSource();
        TestTender.of(source, "Gloves").insert();

        dataAdmin()
                .delete("/api/v1/ocds/sources/" + source)
                .then()
                .statusCode(409)
                .body("code", equalTo("source_in_use"));
    }

    @Test
    void aSourceOfWhichThereIsNothingGoes() {
        var source = TestTender.newSource();

        dataAdmin().delete("/api/v1/ocds/sources/" + source).then().statusCode(204);

        dataAdmin().get("/api/v1/ocds/sources/" + source).then().statusCode(404);
    }
}
