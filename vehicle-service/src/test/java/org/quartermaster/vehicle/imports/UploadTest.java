package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** Files that are none, or come in an odd way. */
@VehicleTest
class UploadTest {
    private static final String HEADER = "Lot number,VIN,Year,Make,Sale Date M/D/CY,Sale time (HHMM),Time Zone,"
            + "Location state,Currency Code,Last Updated Time\n";
    private static final String ROW = "7,,2019,HONDA,20260501,1000,EST,NY,USD,2026-04-01T10:00:00Z\n";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

    private final TestTenant tenant = TestTenant.create();
    private final String source = "u" + Math.abs(new Random().nextLong());

    @Inject
    ImportConfig config;

    private Response send(byte[] body, String more) {
        return tenant.as("data-admin")
                .contentType("application/octet-stream")
                .body(body)
                .post("/api/v1/imports?source=" + source + more);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(plain);
        }
        return bytes.toByteArray();
    }

    private JsonPath ended(byte[] body) {
        String id = send(body, "").then().statusCode(202).extract().path("import_id");
        return await("the import ends")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> tenant.as("data-admin")
                                .get("/api/v1/imports/" + id)
                                .jsonPath(),
                        found -> found.getString("completed_at") != null);
    }

    private List<String> registered() {
        return tenant.as("data-admin").get("/api/v1/imports?source=" + source).path("items.import_id");
    }

    private Socket call(String length) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "POST /api/v1/imports?source=%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Authorization: Bearer %s\r\n%s\r\n\r\n";
        var token = TestIssuer.shared().token(tenant.id(), "data-admin");
        socket.getOutputStream().write(bytes(head.formatted(source, token, length)));
        return socket;
    }

    private Set<String> incomplete() {
        var files = config.spool().toFile().list((folder, name) -> name.endsWith(".part"));
        return files == null ? new HashSet<>() : new HashSet<>(Arrays.asList(files));
    }

    @ParameterizedTest
    @CsvSource({
        "'<!DOCTYPE html><html><body>busy</body></html>', not_csv",
        "'{\"error\": 1}', not_csv",
        "'', empty_file",
        "'Lot number,VIN,Year,Make,Sale time (HHMM),Time Zone,Location state,Currency Code,Last Updated Time\n1\n',"
                + " header_missing_columns",
        "'7,,2019,HONDA,20260501,1000,EST,NY,USD,2026-04-01T10:00:00Z\n', header_missing_columns"
    })
    void textThatIsNoFeedIsRejected(String text, String code) {
        var rejected = ended(bytes(text));

        assertThat(rejected.getString("state")).isEqualTo("rejected");
        assertThat(rejected.getString("error.code")).isEqualTo(code);
    }

    @Test
    void bytesThatAreNoTextAreRejected() throws IOException {
        var twice = ended(packed(packed(bytes(HEADER + ROW))));

        assertThat(ended(PNG).getString("error.code")).isEqualTo("not_csv");
        assertThat(twice.getString("error.code")).isEqualTo("not_csv");
        for (var encoding : List.of("UTF-16", "UTF-16LE", "UTF-32BE")) {
            var wide = (HEADER + ROW).getBytes(Charset.forName(encoding));
            assertThat(ended(wide).getString("error.code")).as(encoding).isEqualTo("unsupported_encoding");
        }
    }

    @Test
    void aHeaderAloneIsLoadedAndConcludesNothing() {
        var loaded = ended(bytes(HEADER));

        assertThat(loaded.getString("state")).isEqualTo("completed");
        assertThat(loaded.getInt("counts.read")).isZero();
        assertThat(loaded.getString("gate.state")).isEqualTo("closed");
    }

    @Test
    void bombsAndGiantsAreRefusedAtOnce() throws IOException {
        send(packed(new byte[40 << 20]), "").then().statusCode(413).body("code", is("too_large"));
        try (var giant = call("Content-Length: 5368709120")) {
            assertThat(new String(giant.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
        assertThat(registered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void aSenderWhoHangsUpLeavesNothing(String length) throws IOException {
        var before = incomplete();
        try (var sender = call(length)) {
            var piece = HEADER + ROW.repeat(600);
            var isChunked = length.startsWith("Transfer");
            sender.getOutputStream()
                    .write(bytes(isChunked ? Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n" : piece));
            sender.getOutputStream().flush();
        }

        await("the spool is as before").atMost(Duration.ofSeconds(30)).until(() -> {
            var left = incomplete();
            left.removeAll(before);
            return left.isEmpty();
        });
        assertThat(registered()).isEmpty();
    }

    @Test
    void oneFileThatComesManyTimesAtOnceIsLoadedOnce() throws Exception {
        var plain = bytes(HEADER + ROW);
        var bodies = List.of(plain, packed(plain));
        var threads = Executors.newFixedThreadPool(8);
        var calls = new ArrayList<Callable<String>>();
        for (var n = 0; n < 8; n++) {
            var body = bodies.get(n % 2);
            calls.add(() -> send(body, "").path("import_id"));
        }

        var ids = new HashSet<String>();
        for (var answer : threads.invokeAll(calls)) {
            ids.add(answer.get());
        }
        threads.shutdown();

        assertThat(ids).hasSize(1);
        assertThat(registered()).containsExactlyElementsOf(ids);
    }

    @Test
    void aPackedBodyIsKnownByItsBytesAndAnUnknownPackingRefused() throws IOException {
        var body = packed(bytes(HEADER + ROW));
        for (var encoding : List.of("gzip", "GZIP", "identity")) {
            tenant.as("data-admin")
                    .header("Content-Encoding", encoding)
                    .contentType("text/csv")
                    .body(body)
                    .post("/api/v1/imports?dry_run=true&source=" + source)
                    .then()
                    .statusCode(202);
        }
        tenant.as("data-admin")
                .header("Content-Encoding", "br")
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/imports?source=" + source)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Copart", "a b", "ä", "x;y", "../x", "1st", ""})
    void aSourceOfOtherCharactersIsRefused(String other) {
        tenant.as("data-admin")
                .contentType("text/csv")
                .queryParam("source", other)
                .body(bytes(HEADER))
                .post("/api/v1/imports")
                .then()
                .statusCode(422)
                .body("errors[0].field", is("source"));
    }

    @Test
    void aSnapshotIsATimeAndNotOfTheDayAfterTomorrow() {
        var late = Instant.now().plus(25, ChronoUnit.HOURS);
        var soon = Instant.now().plus(23, ChronoUnit.HOURS);

        send(bytes(HEADER), "&snapshot_at=" + late).then().statusCode(422).body("errors[0].code", is("in_future"));
        send(bytes(HEADER), "&snapshot_at=yesterday").then().statusCode(422);
        send(bytes(HEADER), "&snapshot_at=" + soon + "&dry_run=true").then().statusCode(202);
    }

    @Test
    void aHashThatFitsIsTakenAndAnotherRefusedWithoutATrace() {
        var hash = "48f2a9e1".repeat(8);
        tenant.as("data-admin")
                .header("X-Content-SHA256", hash)
                .contentType("text/csv")
                .body(bytes(HEADER + ROW))
                .post("/api/v1/imports?source=" + source)
                .then()
                .statusCode(422)
                .body("errors[0].code", is("sha256_mismatch"));
        assertThat(registered()).isEmpty();
    }
}
