package org.quartermaster.procurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.procurement.OcdsFile.packageOf;
import static org.quartermaster.procurement.OcdsFile.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;

/** What goes out, as a file. */
@ProcurementTest
class ExportTest {
    private static final String DATE = "2026-03-01T10:00:00Z";
    private static final String TENDER = "{\"id\": \"t\", \"title\": \"Gloves\"}";

    private final OcdsFile file = OcdsFile.create();
    private final TestExport export = TestExport.create();

    private static boolean isValid(JsonNode release) {
        return SchemaValidator.validate(release, CompactSchema.release(), 0).stream()
                .noneMatch(Issue::isError);
    }

    @Test
    void packagesSayWhatThoseOfTheirSourceSaid() {
        file.load("""
                {"uri": "https://example.org/p", "version": "1.1", "publishedDate": "2026-03-01T00:00:00Z",
                 "publisher": {"name": "City of Bitola", "uri": "https://bitola.example"},
                 "license": "https://licence.example/1", "extensions": ["https://extension.example/lots.json"],
                 "releases": [%s]}
                """.formatted(file.release("1", "r1", DATE, TENDER)));

        var written = export.lines(file.source(), "release_package");

        assertThat(written).hasSize(1);
        var envelope = written.get(0);
        assertThat(envelope.at("/publisher/name").textValue()).isEqualTo("City of Bitola");
        assertThat(envelope.path("license").textValue()).isEqualTo("https://licence.example/1");
        assertThat(envelope.path("extensions").toString()).isEqualTo("[\"https://extension.example/lots.json\"]");
        assertThat(envelope.path("version").textValue()).isEqualTo("1.1");
        assertThat(envelope.at("/releases/0/tender/title").textValue()).isEqualTo("Gloves");
        assertThat(SchemaValidator.validate(envelope, CompactSchema.envelope(), 0))
                .noneMatch(Issue::isError);
    }

    @Test
    void aPackageHasAThousandReleasesAtMost() {
        var releases = IntStream.range(0, 1_100)
                .mapToObj(n -> file.release(Integer.toString(n), "r", DATE, TENDER))
                .toArray(String[]::new);
        file.load(packageOf(releases));

        var packages = export.lines(file.source(), "release_package");

        assertThat(packages).allMatch(each -> each.path("releases").size() <= 1_000);
        assertThat(packages.stream().flatMap(each -> each.path("releases").findValuesAsText("ocid").stream()))
                .hasSize(1_100)
                .doesNotHaveDuplicates();
    }

    @Test
    void aProcessOfMoreReleasesFillsSeveralPackages() {
        var releases = IntStream.range(0, 1_001)
                .mapToObj(n -> file.release("1", "r" + n, DATE, TENDER))
                .toArray(String[]::new);
        file.load(packageOf(releases));

        var packages = export.lines(file.source(), "release_package");

        assertThat(packages.stream().map(each -> each.path("releases").size())).containsExactly(1_000, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release_package", "record_package", "jsonl"})
    void whatCameInWithFaultsGoesOutValid(String format) {
        file.load(packageOf(
                file.release("1", "r1", DATE, "{\"title\": 17, \"value\": {\"amount\": \"5\", \"currency\": \"EUR\"}}"),
                file.release("2", "r1", "2026-03-01", "{\"id\": \"t\", \"items\": [{}, {}]}")));

        var releases = export.lines(file.source(), format).stream()
                .flatMap(line -> line.has("ocid") ? java.util.stream.Stream.of(line) : line.findParents("tag").stream())
                .toList();

        assertThat(releases).hasSize(format.equals("record_package") ? 4 : 2).allMatch(ExportTest::isValid);
    }

    @Test
    void rowsAreTextThatNoSpreadsheetRuns() {
        file.load(packageOf(file.release(
                "1",
                "r1",
                DATE,
                "{\"id\": \"t\", \"title\": \"=1+1\", \"value\": {\"amount\": 1E3, \"currency\": \"EUR\"}}")));

        var lines = export.file(file.source(), "csv").lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("tender_id,ocid,source_id,");
        assertThat(lines.get(1))
                .startsWith(file.ocid("1") + "," + file.ocid("1") + "," + file.source() + ",")
                .contains(",'=1+1,")
                .contains(",1000,EUR,");
    }

    @Test
    void anExportOfNothingIsAFile() {
        assertThat(export.file(OcdsFile.create().source(), "jsonl")).isEmpty();
    }

    @Test
    void thePlanCountsExportsOfTheDay() {
        export.order(file.source(), "csv").then().statusCode(202);

        export.order(file.source(), "csv").then().statusCode(429).body("code", equalTo("quota_exceeded"));

        assertThat(value(
                        "select count(*) from procurement.audit_log where tenant_id = ? and action = 'tenders.exported'",
                        export.organization().tenant()))
                .isEqualTo("1");
    }

    @Test
    void wrongOrdersAreNamed() {
        export.organization()
                .post("viewer", "/api/v1/ocds/export", "{\"format\": \"xml\", \"criteria\": {\"colour\": 1}, \"x\": 1}")
                .statusCode(422)
                .body("errors.field", org.hamcrest.Matchers.hasItems("format", "criteria.colour", "x"));
    }
}
