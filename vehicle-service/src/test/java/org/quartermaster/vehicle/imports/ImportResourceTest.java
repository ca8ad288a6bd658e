package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** The way of a file from its upload to the lots. */
@VehicleTest
class ImportResourceTest {
    private static final String HEADER = "Lot number,VIN,Year,Make,Sale Date M/D/CY,Sale time (HHMM),Time Zone,"
            + "Location state,Currency Code,Last Updated Time,High Bid\n";

    private final TestTenant tenant = TestTenant.create();
    private final String source = "s" + Math.abs(new Random().nextLong());

    private static String line(int lot, String updated, String bid) {
        return "%d,,2019,HONDA,20260501,1000,EST,NY,USD,%s,%s%n".formatted(lot, updated, bid);
    }

    private static String file(String... lines) {
        return HEADER + String.join("", lines);
    }

    private Response send(Object body, String query) {
        return tenant.as("data-admin")
                .contentType("application/octet-stream")
                .body(bytes(body))
                .post("/api/v1/imports?source=" + source + query);
    }

    private static byte[] bytes(Object body) {
        return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) body;
    }

    private JsonPath ended(Response sent) {
        var id = sent.then().statusCode(202).extract().path("import_id");
        return await("the import ends")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(id), found -> !List.of("queued", "running").contains(found.getString("state")));
    }

    private JsonPath get(Object id) {
        return tenant.as("data-admin")
                .get("/api/v1/imports/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileBecomesLotsAndIsLoadedOnce() throws IOException {
        var text = file(line(1, "2026-04-01T10:00:00Z", "100.0"), line(2, "2026-04-01T10:00:00Z", "x"));
        var first = ended(send(text, "&name=a"));

        assertThat(first.getString("state")).isEqualTo("completed");
        assertThat(first.getInt("counts.read")).isEqualTo(2);
        assertThat(first.getInt("counts.inserted")).isEqualTo(1);
        assertThat(first.getInt("counts.quarantined")).isEqualTo(1);
        assertThat(first.getString("gate.reason")).isEqualTo("header_incomplete");
        tenant.as("viewer")
                .get("/api/v1/lots/by-external/{number}", source + ":1")
                .then()
                .statusCode(200)
                .body("current_bid", is(100.0f));
        tenant.as("data-admin")
                .get("/api/v1/imports/{id}/quarantine", first.getString("import_id"))
                .then()
                .body("items.lot_external_id", is(List.of(source + ":2")))
                .body("items.codes", is(List.of(List.of("bad_number"))));
        tenant.as("data-admin")
                .get("/api/v1/imports/{id}/rows?verdict=quarantine", first.getString("import_id"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].codes[0].code", is("bad_number"));
        send(packed(text), "")
                .then()
                .statusCode(200)
                .body("duplicate", is(true))
                .body("import_id", is(first.getString("import_id")));
    }

    @Test
    void anImportIsAJobOfTheSameNumber() {
        var sent = send(file(line(1, "2026-04-01T10:00:00Z", "100.0")), "");
        var id = ended(sent).getString("import_id");

        assertThat(sent.header("Location")).isEqualTo("/api/v1/jobs/" + id);
        await("the job ends").until(() -> tenant.as("data-admin")
                .get("/api/v1/jobs/" + id)
                .path("state")
                .equals("succeeded"));
    }

    @Test
    void aDryRunReportsAndLeavesNothing() {
        var text = file(line(1, "2026-04-01T10:00:00Z", "100.0"));
        var dry = ended(send(text, "&dry_run=true"));

        assertThat(dry.getString("state")).isEqualTo("completed");
        assertThat(dry.getInt("counts.inserted")).isEqualTo(1);
        tenant.as("viewer")
                .get("/api/v1/lots/by-external/{number}", source + ":1")
                .then()
                .statusCode(404);
        assertThat(ended(send(text, "")).getInt("counts.inserted")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty_file",
        "'<html><body>no</body></html>', not_csv",
        "'Lot number,VIN\n1,2\n', header_missing_columns"
    })
    void aFileThatIsNoFeedIsRejectedWithItsReason(String text, String code) {
        var rejected = ended(send(text, ""));

        assertThat(rejected.getString("state")).isEqualTo("rejected");
        assertThat(rejected.getString("error.code")).isEqualTo(code);
    }

    @Test
    void anArchiveThatBreaksOffIsRejected() throws IOException {
        var whole = packed(file(line(1, "2026-04-01T10:00:00Z", "100.0")));
        var rejected = ended(send(Arrays.copyOf(whole, whole.length - 12), ""));

        assertThat(rejected.getString("error.code")).isEqualTo("corrupt_archive");
    }

    @Test
    void aFormCarriesAFileToo() {
        tenant.as("data-admin")
                .multiPart(
                        "file",
                        "a.csv",
                        file(line(1, "2026-04-01T10:00:00Z", "1")).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?source=" + source)
                .then()
                .statusCode(202)
                .body("import_id", notNullValue());
    }

    @Test
    void wrongHashesSourcesAndTimesAreRefusedAtOnce() {
        tenant.as("data-admin")
                .header("X-Content-SHA256", "0".repeat(64))
                .contentType("application/octet-stream")
                .body(bytes("a"))
                .post("/api/v1/imports")
                .then()
                .statusCode(422)
                .body("errors[0].code", is("sha256_mismatch"));
        send("a", "&snapshot_at=2999-01-01T00:00:00Z").then().statusCode(422);
        send("a", "&mode=some").then().statusCode(422);
        send("a", "&what=1").then().statusCode(400);
    }

    @Test
    void onlyDataAdminsImport() {
        tenant.as("manager")
                .contentType("application/octet-stream")
                .body(bytes("a"))
                .post("/api/v1/imports")
                .then()
                .statusCode(403);
        tenant.as("viewer").get("/api/v1/imports").then().statusCode(403);
    }

    @Test
    void anUnknownImportIsNotFound() {
        for (var id : List.of("x", "00000000-0000-4000-8000-000000000009")) {
            tenant.as("data-admin").get("/api/v1/imports/" + id).then().statusCode(404);
            tenant.as("data-admin")
                    .get("/api/v1/imports/" + id + "/rows")
                    .then()
                    .statusCode(404);
        }
    }
}
