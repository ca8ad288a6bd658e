package org.quartermaster.catalog.rfp;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** Files that hide something, and changes that nobody may make. */
@CatalogTest
class RfpRefusalTest {
    private static final int PIECE = 21 << 20;

    private final TestTenant tenant = TestTenant.create();

    private static byte[] locked() throws IOException {
        try (var document = Loader.loadPDF(RfpSamples.pdf());
                var out = new ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var i = 0; i < 10; i++) {
                zip.putNextEntry(new ZipEntry("word/media/zeros" + i));
                zip.write(new byte[PIECE]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void aLockedDocumentFailsWithItsReason() throws IOException {
        var path = TestRfp.upload(tenant, "locked.pdf", locked())
                .statusCode(201)
                .body("analysis_status", is("pending"))
                .extract()
                .header("Location");

        TestRfp.ended(tenant, path).body("analysis_status", is("failed")).body("failure_code", is("rfp.encrypted"));
    }

    @Test
    void aBombIsRefusedBeforeItIsStored() throws IOException {
        TestRfp.upload(tenant, "bomb.docx", bomb()).statusCode(422).body("code", is("rfp.too_large"));

        TestRfp.get(tenant, "/api/v1/rfps").body("items", hasSize(0));
    }

    @Test
    void moreThanFiveThousandLinesAreRefusedAsTextAndFailInAWorkbook() throws IOException {
        var text = IntStream.rangeClosed(1, 5_001)
                .mapToObj(line -> line + ". Safety helmet - 2 pcs\n")
                .collect(Collectors.joining());
        var csv = "item;qty\n" + "Safety helmet;2\n".repeat(5_001);

        TestRfp.post(tenant, text).statusCode(422).body("code", is("rfp.too_many_lines"));
        TestRfp.upload(tenant, "list.csv", csv.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", is("rfp.too_many_lines"));
        var path = TestRfp.upload(tenant, "list.xlsx", RfpSamples.workbook(5_001))
                .statusCode(201)
                .extract()
                .header("Location");

        TestRfp.ended(tenant, path)
                .body("analysis_status", is("failed"))
                .body("failure_code", is("rfp.too_many_lines"));
    }

    @Test
    void aRequestWithoutItemsGivesNoQuotation() {
        var path = TestRfp.analyzed(tenant, "We thank you for your interest in our company.");

        tenant.post(path + "/quotations", "{}").statusCode(422).body("code", is("rfp.no_lines"));
    }

    @Test
    void theVersionMayStandInTheBody() {
        var path = TestRfp.analyzed(tenant, "1. helmet - 2 pcs");
        int version = TestRfp.get(tenant, path).extract().path("version");

        TestRfp.patch(tenant, path, "{\"client_name\": \"Ann\", \"version\": %d}".formatted(version + 1))
                .statusCode(412);
        TestRfp.patch(tenant, path, "{\"client_name\": \"Ann\", \"version\": %d}".formatted(version))
                .statusCode(200)
                .body("client_name", is("Ann"));
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, POST, /lines, 403",
        "viewer, PATCH, /lines/1, 403",
        "viewer, POST, /close, 403",
        "operator, POST, /quotations, 403",
        "operator, DELETE, '', 403",
        "operator, POST, /lines, 201"
    })
    void eachRoleDoesWhatIsItsOwn(String role, String method, String place, int status) {
        var path = TestRfp.analyzed(tenant, "1. helmet - 2 pcs");

        tenant.as(role)
                .contentType(ContentType.JSON)
                .body("{\"description\": \"duct tape\", \"quantity\": 2}")
                .request(method, path + place)
                .then()
                .statusCode(status);
    }

    @Test
    void aWrongQueryIsNamed() {
        tenant.as("viewer")
                .get("/api/v1/rfps?state=lost")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("state"));
        tenant.as("viewer").get("/api/v1/rfps?colour=red").then().statusCode(400);
        tenant.as("viewer").get("/api/v1/rfps?limit=101").then().statusCode(422);
    }
}
