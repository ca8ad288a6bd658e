package org.quartermaster.procurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.procurement.OcdsFile.packageOf;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.load.StoredRelease;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;

/** All that is stored of one ocid, as packages. */
@ProcurementTest
class PublishedOcidsTest {
    private static final String FAULTY =
            "{\"id\": \"t\", \"title\": 17, \"value\": {\"amount\": 1.50e3, \"x\": \"\\u0000\"}}";
    private static final String LATER = "{\"id\": \"t\", \"title\": \"Gloves\"}";

    private final TestOrganization reader = TestOrganization.create();
    private final OcdsFile file = OcdsFile.create();
    private final String first = file.release("1", "r1", "2026-03-01T10:00:00Z", FAULTY);

    @BeforeEach
    void load() {
        file.load(packageOf(first, file.release("1", "r2", "2026-03-02T10:00:00Z", LATER)));
    }

    private String text(String path) {
        return reader.as("viewer")
                .get("/api/v1/ocds/" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private JsonNode read(String path) {
        return StoredRelease.body(text(path));
    }

    private static boolean isValid(JsonNode release) {
        return SchemaValidator.validate(release, CompactSchema.release(), 0).stream()
                .noneMatch(Issue::isError);
    }

    @Test
    void releasesGoOutValidWhateverCameIn() {
        var written = read("releases/" + file.ocid("1"));

        assertThat(written.path("releases")).hasSize(2).allMatch(PublishedOcidsTest::isValid);
        assertThat(written.at("/releases/1/tender/title").textValue()).isEqualTo("Gloves");
    }

    @Test
    void aRecordHasItsReleasesAndTheirCompiledState() {
        var record = read("records/" + file.ocid("1")).at("/records/0");

        assertThat(record.path("ocid").textValue()).isEqualTo(file.ocid("1"));
        assertThat(record.path("releases")).hasSize(2).allMatch(PublishedOcidsTest::isValid);
        assertThat(record.at("/compiledRelease/tender/title").textValue()).isEqualTo("Gloves");
        assertThat(record.has("versionedRelease")).isFalse();
    }

    @Test
    void theVersionedReleaseIsAddedWhenItIsAskedFor() {
        var versioned = read("records/" + file.ocid("1") + "?versioned=true").at("/records/0/versionedRelease");

        assertThat(versioned.at("/tender/title/0/value").textValue()).isEqualTo("Gloves");
        assertThat(versioned.at("/tender/title/0/releaseID").textValue()).isEqualTo("r2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "records"})
    void releasesAreShownAsTheyCameToTheLetter(String kind) {
        assertThat(text(kind + "/" + file.ocid("1") + "?raw=true")).contains("\"amount\": 1.50e3, \"x\": \"\\u0000\"");
        assertThat(text(kind + "/" + file.ocid("1"))).doesNotContain("\\u0000");
    }

    @Test
    void aRecordOfReleasesAsTheyCameIsCompiledAllTheSame() {
        var record =
                read("records/" + file.ocid("1") + "?raw=true&versioned=true").at("/records/0");

        assertThat(record.at("/releases/0/tender/title").isNumber()).isTrue();
        assertThat(record.at("/compiledRelease/tender/title").textValue()).isEqualTo("Gloves");
        assertThat(record.has("versionedRelease")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases", "records"})
    void anOcidThatNobodyLoadedIsNotThere(String kind) {
        reader.as("viewer")
                .get("/api/v1/ocds/" + kind + "/" + file.ocid("2"))
                .then()
                .statusCode(404)
                .body("code", equalTo("ocid_not_found"));
    }
}
