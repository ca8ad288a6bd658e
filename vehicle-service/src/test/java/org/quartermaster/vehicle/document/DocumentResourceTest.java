package org.quartermaster.vehicle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

@VehicleTest
class DocumentResourceTest {
    private static final byte[] PDF = "%PDF-1.7 a paper".getBytes(StandardCharsets.ISO_8859_1);

    private final TestTenant tenant = TestTenant.create();

    private ValidatableResponse send(String name, byte[] content) {
        return tenant.manager()
                .multiPart("file", name, content)
                .multiPart("kind", "proof_of_ownership")
                .post("/api/v1/documents")
                .then();
    }

    @Test
    void aDocumentIsKeptAndHandedOutAsAFile() {
        var id = send("C:\\papers\\Bill of sale.pdf", PDF)
                .statusCode(201)
                .body("media_type", is("application/pdf"))
                .body("size_bytes", is(PDF.length))
                .body("sha256", is(Sha256.hex(PDF)))
                .extract()
                .<String>path("id");

        var content = tenant.as("viewer")
                .get("/api/v1/documents/" + id + "/content")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename*=UTF-8''Bill%20of%20sale.pdf")
                .extract();
        assertThat(content.asByteArray()).isEqualTo(PDF);
        tenant.as("viewer")
                .header("If-None-Match", content.header("ETag"))
                .get("/api/v1/documents/" + id + "/content")
                .then()
                .statusCode(304);
        tenant.as("viewer")
                .get("/api/v1/documents?kind=proof_of_ownership")
                .then()
                .body("items.id", contains(id));
        tenant.as("viewer").get("/api/v1/documents?kind=invoice").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE0, image/jpeg",
        "89504E470D0A1A0A, image/png",
        "524946460000000057454250, image/webp",
    })
    void whatAFileIsItsContentTells(String start, String mediaType) {
        send("a.pdf", java.util.HexFormat.of().parseHex(start)).statusCode(201).body("media_type", is(mediaType));
    }

    @Test
    void whatIsNoneOfTheKindsIsRefused() {
        send("a.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII)).statusCode(415);
        send("a.pdf", new byte[0]).statusCode(422).body("errors[0].code", is("empty_file"));
        send("a.pdf", Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1)).statusCode(413);
        send("a.pdf", Arrays.copyOf(PDF, 11 * 1024 * 1024 + 1)).statusCode(413);
        send("a.pdf", Arrays.copyOf(PDF, 10 * 1024 * 1024)).statusCode(201);
        tenant.manager()
                .multiPart("kind", "secret")
                .post("/api/v1/documents")
                .then()
                .statusCode(422)
                .body("errors.field", contains("kind", "file"));
    }

    @Test
    void aDocumentIsDeletedForGoodAndHiddenFromOthers() {
        var path = "/api/v1/documents/" + send("a.pdf", PDF).extract().path("id");
        var other = TestTenant.create();

        other.as("viewer").get(path).then().statusCode(404).body("code", is("document_not_found"));
        other.as("viewer").get(path + "/content").then().statusCode(404);
        other.manager().delete(path).then().statusCode(404);
        tenant.as("operator").delete(path).then().statusCode(403);
        tenant.manager().delete(path).then().statusCode(204);
        tenant.as("viewer").get(path).then().statusCode(404);
    }
}
