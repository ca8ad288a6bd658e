package org.quartermaster.procurement.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.procurement.OcdsFile.packageOf;
import static org.quartermaster.procurement.OcdsFile.value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;

/** What publishers get wrong: the broken part is told of by its place, and the rest is imported. */
@ProcurementTest
class BadReleasesTest {
    private static final String DATE = "2026-03-01T10:00:00Z";

    private final OcdsFile file = OcdsFile.create();

    private String release(String end) {
        return file.release(end, "r", DATE, "{\"id\": \"1\", \"title\": \"" + end + "\"}");
    }

    /** With a member more. */
    private String release(String end, String member) {
        return release(end).replaceFirst("\\{", "{" + member.replace("\\", "\\\\") + ", ");
    }

    private String send(String body) {
        return send(body, StandardCharsets.UTF_8, "application/json");
    }

    private String send(String body, Charset charset, String type) {
        return sent(body.getBytes(charset), type);
    }

    private String sent(byte[] body, String type) {
        String job = given().auth()
                .oauth2(OcdsFile.token())
                .header("Content-Type", type)
                .body(body)
                .post("/api/v1/ocds/imports?source=" + file.source())
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
        assertThat(file.ended(job).getString("state")).isEqualTo("succeeded");
        return job;
    }

    /** The tenders that came in, by the end of their ocid. */
    private String tenders() {
        return value(
                "select string_agg(substr(ocid, ?), ' ' order by ocid) from procurement.tenders where ocid like ?",
                file.ocid("").length() + 1,
                file.ocid("%"));
    }

    private static String errors(String job) {
        return value("""
                select string_agg(concat(position, ' ', code), ', ' order by position, code)
                from procurement.ocds_import_issues where job_id = ? and severity = 'error'
                """, job);
    }

    private static String warnings(String job, String code) {
        return value("""
                select string_agg(concat(position, ' ', pointer), ', ' order by position, pointer)
                from procurement.ocds_import_issues where job_id = ? and severity = 'warning' and code = ?
                """, job, code);
    }

    private String column(String end, String column) {
        return value("select " + column + " from procurement.tenders where ocid = ?", file.ocid(end));
    }

    @Test
    void aPackageThatBreaksOffGivesTheReleasesBefore() {
        var whole = packageOf(release("a"), release("b"), release("c"));

        var job = send(whole.substring(0, whole.indexOf("\"title\": \"c\"")));

        assertThat(tenders()).isEqualTo("a b");
        assertThat(errors(job)).isEqualTo("2 truncated");
    }

    @Test
    void aBrokenLineIsPassedOver() {
        var job = send(release("a") + "\n{\"ocid\": }\n" + release("b").substring(20) + "\n" + release("c"));

        assertThat(tenders()).isEqualTo("a c");
        assertThat(errors(job)).startsWith("1 ").contains(", 2 ");
    }

    @Test
    void nestingIsReadToItsLimitAndBeyondItRejectsItsReleaseAlone() {
        var deep = "\"x\": " + "[".repeat(40) + "]".repeat(40);
        var tooDeep = "\"x\": " + "[".repeat(65) + "]".repeat(65);

        var job = send(packageOf(release("a", deep), release("b", tooDeep), release("c")));

        assertThat(tenders()).isEqualTo("a c");
        assertThat(errors(job)).isEqualTo("1 too_deep");
    }

    @Test
    void aTextOfAHundredMegabytesRejectsItsReleaseAlone() throws IOException {
        var job = sent(
                packed(packageOf(release("a"), release("b", "\"x\": \"LONG\""), release("c"))), "application/gzip");

        assertThat(tenders()).isEqualTo("a c");
        assertThat(errors(job)).isEqualTo("1 value_too_large");
    }

    /**
     * NB: packed piece by piece, as the text itself would fill the memory that test and service share; of odd letters, as
     * one letter alone packs like a bomb.
     */
    private static byte[] packed(String releases) throws IOException {
        var around = releases.split("LONG");
        var random = new Random(7);
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(around[0].getBytes(StandardCharsets.UTF_8));
            for (var written = 0; written < 100; written++) {
                var odd = new byte[8 << 10];
                random.nextBytes(odd);
                packing.write(HexFormat.of().formatHex(odd).repeat(64).getBytes(StandardCharsets.US_ASCII));
            }
            packing.write(around[1].getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        var job = send("\uFEFF" + packageOf(release("a")));

        assertThat(tenders()).isEqualTo("a");
        assertThat(errors(job)).isNull();
    }

    @Test
    void anotherEncodingIsReadWhereItIsDeclaredAndElseRejectsItsReleases() {
        var latin = packageOf(release("a"), release("b").replace("\"title\": \"b\"", "\"title\": \"Fu\u00dfweg\""))
                .replace("Општина Битола", "Bitola");

        var undeclared = send(latin, StandardCharsets.ISO_8859_1, "application/json");
        assertThat(tenders()).isEqualTo("a");
        assertThat(errors(undeclared)).isEqualTo("1 invalid_encoding");

        var declared = send(latin, StandardCharsets.ISO_8859_1, "application/json; charset=ISO-8859-1");
        assertThat(tenders()).isEqualTo("a b");
        assertThat(column("b", "title")).isEqualTo("Fußweg");
        assertThat(errors(declared)).isNull();
    }

    @Test
    void recordsAreReadUnderTheNameOfReleasesAndTheOtherWayRound() {
        var record = "{\"ocid\": \"%s\", \"releases\": [%s]}".formatted(file.ocid("a"), release("a"));

        send(packageOf(record));
        send(packageOf(release("b")).replace("\"releases\":", "\"records\":"));

        assertThat(tenders()).isEqualTo("a b");
    }

    @Test
    void packagesAreReadWithinAnArray() {
        var job = send("[" + packageOf(release("a"), release("b")) + ", " + release("c") + ", 5]");

        assertThat(tenders()).isEqualTo("a b c");
        assertThat(errors(job)).isEqualTo("3 not_an_object");
    }

    @Test
    void aMissingIdIsMadeFromTheContent() {
        var job = send(packageOf(release("a").replace("\"id\": \"r\", ", "")));

        assertThat(warnings(job, "id_generated")).isEqualTo("0 /id");
        assertThat(value("select release_id from procurement.ocds_releases where ocid = ?", file.ocid("a")))
                .matches("gen-[0-9a-f]{16}");
    }

    @ParameterizedTest
    @CsvSource({"'', date_unreadable", "2025-13-01, date_unreadable", "yesterday, date_unreadable"})
    void aReleaseWithoutAReadableDateIsRejected(String date, String code) {
        var job = send(packageOf(release("a").replace(DATE, date), release("b")));

        assertThat(tenders()).isEqualTo("b");
        assertThat(errors(job)).contains("0 " + code);
    }

    @Test
    void aReleaseWithoutOcidIsRejected() {
        var nameless = release("a").replace("\"ocid\": \"" + file.ocid("a") + "\", ", "");

        var job = send(packageOf(nameless, release("b")));

        assertThat(tenders()).isEqualTo("b");
        assertThat(errors(job)).contains("0 ocid_missing");
    }

    @Test
    void aDayIsTakenAsItsStartInTheZoneOfTheSource() {
        given().auth()
                .oauth2(OcdsFile.token())
                .contentType("application/json")
                .body("{\"source_id\": \"%s\", \"name\": \"S\", \"timezone\": \"Europe/Skopje\"}"
                        .formatted(file.source()))
                .post("/api/v1/ocds/sources")
                .then()
                .statusCode(201);

        var job = send(packageOf(release("a").replace(DATE, "2019-03-04")));

        assertThat(warnings(job, "date_completed")).isEqualTo("0 /date");
        assertThat(column("a", "publication_date at time zone 'UTC'")).isEqualTo("2019-03-03 23:00:00");
    }

    @Test
    void anUnknownTagIsToldOfAndItsReleaseKept() {
        var job = send(packageOf(release("a").replace("[\"tender\"]", "[\"rumour\"]")));

        assertThat(tenders()).isEqualTo("a");
        assertThat(errors(job)).isEqualTo("0 not_allowed");
        assertThat(value("select valid from procurement.ocds_releases where ocid = ?", file.ocid("a")))
                .isEqualTo("f");
    }

    @Test
    void aNegativeAmountIsKeptWithAWarning() {
        var value = "{\"id\": \"1\", \"title\": \"a\", \"value\": {\"amount\": -5.25, \"currency\": \"EUR\"}}";

        var job = send(packageOf(file.release("a", "r", DATE, value)));

        assertThat(column("a", "estimated_value")).isEqualTo("-5.2500");
        assertThat(warnings(job, "negative_amount")).isEqualTo("0 /tender/value");
    }
}
