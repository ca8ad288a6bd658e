package org.quartermaster.catalog.rfp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.platform.testing.TestTenant;

/** A request comes in, is read and matched in the background, and goes its way to a quotation. */
@CatalogTest
class RfpResourceTest {
    private final TestTenant tenant = TestTenant.create();

    private long product(String sku, String name, String description) throws SQLException {
        return TestProducts.add(tenant.id(), sku, name, description);
    }

    @Test
    void theExampleHasFiveLinesWithTheirQuantitiesAndMatches() throws SQLException {
        var glove = product("GL-400-L", "Nitrile glove blue size L", "Powder free glove");
        product("AG-125-9", "Angle grinder 125 mm 900 W", "");
        var grinder = product("AG-125-14", "Angle grinder 125 mm 1400 W", "");
        product("SG-166", "Safety glasses clear EN 166", "Anti-fog lens");
        product("EM-30", "Ear muffs 30 dB SNR", "");

        var path = TestRfp.analyzed(tenant, TestRfp.EXAMPLE);

        TestRfp.get(tenant, path)
                .body("state", is("matched"))
                .body("client_name", is("Harbour Works"))
                .body("deadline", is("2030-05-31"))
                .body("counts.lines", is(5))
                .body("counts.no_match", is(1))
                .body("warnings.find { it.line_no == 4 }.code", is("quantity.missing"))
                .body("parsed_content", containsString("Flux stabiliser"));
        TestRfp.get(tenant, path + "/lines?fields=matches")
                .body("items.line_no", contains(1, 2, 3, 4, 5))
                .body("items.quantity*.toInteger()", contains(25, 10, 4, null, 3))
                .body("items.lot[0]", containsString("workshop"))
                .body("items[0].product_id", equalTo((int) glove))
                .body("items[0].confidence", greaterThanOrEqualTo(0.99f))
                .body("items[0].status", is("auto"))
                .body("items[0].raw_text", is("1. GL-400-L Nitrile glove, size L - 25 pcs"))
                .body("items[1].matches[0].product_id", equalTo((int) grinder))
                .body("items[1].constraints.outcome", hasItem("met"))
                .body("items[2].raw_text", containsString("(clear lens, anti-fog)"))
                .body("items[4].status", is("no_match"))
                .body("items[4].product_id", nullValue());
        TestRfp.get(tenant, path + "/lines/1/matches")
                .body("items[0].evidence.kind", hasItem("key"))
                .body("items[0].sku", is("GL-400-L"))
                .body("items[0].model_version", notNullValue());
    }

    @Test
    void filesOfEachKindAreReadByTheirContent() throws Exception {
        for (var file : RfpSamples.all().entrySet()) {
            var path = TestRfp.upload(tenant, "request.bin", file.getValue())
                    .statusCode(201)
                    .body("file_type", is(file.getKey()))
                    .extract()
                    .header("Location");

            TestRfp.ended(tenant, path).body("analysis_status", is("analyzed"));
            TestRfp.get(tenant, path + "/lines")
                    .body("items.description", hasItems(containsString("Safety helmet"), containsString("Duct tape")))
                    .body("items.quantity*.toInteger()", contains(12, 30));
        }
    }

    @Test
    void theSameBytesAreRefusedWithTheFirstUnlessTheyMayRepeat() {
        var first = TestRfp.post(tenant, "1. helmet - 2 pcs")
                .statusCode(201)
                .extract()
                .path("id");

        TestRfp.post(tenant, "1. helmet - 2 pcs")
                .statusCode(409)
                .body("code", is("rfp.duplicate"))
                .body("id", is(first));
        tenant.as("operator")
                .contentType(ContentType.JSON)
                .body("{\"document_name\": \"again\", \"text\": \"1. helmet - 2 pcs\", \"allow_duplicate\": true}")
                .post("/api/v1/rfps")
                .then()
                .statusCode(201);
        TestRfp.post(TestTenant.create(), "1. helmet - 2 pcs").statusCode(201);
    }

    @Test
    void whatIsNoRequestIsRefusedAtOnce() {
        TestRfp.upload(tenant, "a.pdf", new byte[] {'M', 'Z', 0, 3, 0, 0, 0})
                .statusCode(415)
                .body("code", is("rfp.unsupported"));
        TestRfp.upload(tenant, "a.txt", new byte[0]).statusCode(422).body("code", is("rfp.empty"));
        TestRfp.upload(tenant, "a.txt", new byte[21 << 20]).statusCode(413);
        tenant.as("operator")
                .multiPart("client_name", "Ann")
                .post("/api/v1/rfps")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("file"));
        tenant.as("viewer")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/rfps")
                .then()
                .statusCode(403);
    }

    @Test
    void brokenAndEmptyDocumentsFailWithTheirReason() throws Exception {
        var pdf = RfpSamples.pdf();
        var cut = TestRfp.upload(tenant, "cut.pdf", Arrays.copyOf(pdf, pdf.length / 3))
                .statusCode(201)
                .extract()
                .header("Location");
        var blank = TestRfp.upload(tenant, "blank.txt", "  \n ".getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .header("Location");

        TestRfp.ended(tenant, cut).body("analysis_status", is("failed")).body("failure_code", is("rfp.unreadable"));
        TestRfp.ended(tenant, blank).body("analysis_status", is("failed")).body("failure_code", is("rfp.no_text"));
    }

    @Test
    void aDocumentWithoutItemsIsAnalyzedWithAWarning() {
        var path = TestRfp.analyzed(tenant, "We thank you for your interest in our company.");

        TestRfp.get(tenant, path).body("counts.lines", is(0)).body("warnings.code", hasItem("rfp.no_lines"));
    }

    @Test
    void theFileComesBackAsItCame() {
        var path = TestRfp.upload(tenant, "C:\\in\\request.txt", "1. helmet - 3 pcs".getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("document_name", is("request.txt"))
                .extract()
                .header("Location");

        var file =
                tenant.as("viewer").get(path + "/file").then().statusCode(200).extract();

        assertThat(file.asString()).isEqualTo("1. helmet - 3 pcs");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''request.txt");
        assertThat(file.contentType()).startsWith("text/plain");
    }

    @Test
    void aChangeNeedsTheVersionAndAllowedStates() {
        var path = TestRfp.analyzed(tenant, "1. helmet - 4 pcs");
        var tag = TestRfp.get(tenant, path).extract().header("ETag");

        TestRfp.patch(tenant, path, "{\"client_name\": \"Ann\"}").statusCode(428);
        patch(path, "\"0.0\"", "{\"client_name\": \"Ann\"}", 412);
        patch(path, tag, "{\"state\": \"quoted\"}", 422);
        patch(path, tag, "{\"currency\": \"usd\"}", 422);
        patch(path, tag, "{\"customer_id\": 1}", 422);
        patch(path, tag, "{\"client_name\": \"Ann\", \"project_value\": 100.25, \"state\": \"reviewed\"}", 200);
        TestRfp.get(tenant, path).body("client_name", is("Ann")).body("state", is("reviewed"));
    }

    private void patch(String path, String tag, String json, int status) {
        tenant.as("operator")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(json)
                .patch(path)
                .then()
                .statusCode(status);
    }

    @Test
    void aClosedRequestStaysAsItIs() {
        var path = TestRfp.analyzed(tenant, "1. helmet - 5 pcs");

        tenant.as("operator").post(path + "/close").then().statusCode(200).body("state", is("closed"));

        tenant.as("operator").post(path + "/close").then().statusCode(409).body("code", is("rfp.state"));
        tenant.as("operator").post(path + "/analyze").then().statusCode(409);
        TestRfp.patch(tenant, path + "/lines/1", "{\"status\": \"excluded\"}").statusCode(409);
    }

    @Test
    void aDeletedRequestIsGoneAndItsBytesMayComeAgain() {
        var path = TestRfp.analyzed(tenant, "1. helmet - 6 pcs");
        var tag = TestRfp.get(tenant, path).extract().header("ETag");

        tenant.as("operator").header("If-Match", tag).delete(path).then().statusCode(403);
        tenant.manager().header("If-Match", tag).delete(path).then().statusCode(204);

        tenant.as("viewer").get(path).then().statusCode(404);
        TestRfp.post(tenant, "1. helmet - 6 pcs").statusCode(201);
    }

    @Test
    void anotherTenantFindsNothing() {
        var path = TestRfp.analyzed(tenant, "1. helmet - 7 pcs");
        var other = TestTenant.create().manager();

        for (var part : new String[] {"", "/file", "/lines", "/lines/1", "/lines/1/matches"}) {
            other.get(path + part).then().statusCode(404);
        }
        other.header("If-Match", "*").delete(path).then().statusCode(404);
    }

    @Test
    void theListIsFilteredByWhereRequestsStandAndCameFrom() {
        TestRfp.analyzed(tenant, "Client: Ann\nDeadline: 2030-01-10\n1. helmet - 8 pcs");
        TestRfp.analyzed(tenant, "Client: Bob\nDeadline: 2031-01-10\n1. helmet - 8 pcs");

        TestRfp.get(tenant, "/api/v1/rfps?source=api&state=matched").body("items", hasSize(2));
        TestRfp.get(tenant, "/api/v1/rfps?client_name=Bob").body("items.client_name", contains("Bob"));
        TestRfp.get(tenant, "/api/v1/rfps?deadline_to=2030-12-31").body("items.client_name", contains("Ann"));
        TestRfp.get(tenant, "/api/v1/rfps?source=tender").body("items", hasSize(0));
        tenant.as("viewer").get("/api/v1/rfps?source=letter").then().statusCode(422);
    }
}
