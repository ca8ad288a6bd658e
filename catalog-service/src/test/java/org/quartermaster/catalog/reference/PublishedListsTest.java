package org.quartermaster.catalog.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** The published lists come in whole; they are not part of the project: {@code -Ddata.folder=...}. */
@CatalogTest
@EnabledIfSystemProperty(named = "data.folder", matches = ".+")
class PublishedListsTest {
    private static final List<String> ETIM = List.of(
            "groups",
            "units",
            "feature_groups",
            "tools_ppe_classes",
            "tools_ppe_class_features",
            "tools_ppe_feature_values",
            "tools_ppe_synonyms");

    private final TestTenant tenant = TestTenant.create();
    private final ReferenceFiles files = new ReferenceFiles();

    @Test
    void theCodesAndTheToolNamesAreLearned() throws IOException {
        whole("unspsc", read("unspsc/unspsc_sample_200.csv"), 200);
        whole("cpv-mapping", read("cpv/cpv_unspsc_start.csv"), 60);
        whole("examples", read("labelled/tool_names_unspsc.tsv"), 9346);
        var quality = tenant.as("viewer").get("/api/v1/classification/quality").jsonPath();
        System.out.println(quality.prettify());
        assertThat(quality.getDouble("first")).isGreaterThan(0.47);
        assertThat(quality.getDouble("calibration_error")).isLessThan(0.05);
    }

    @Test
    void theReleaseOfEtimIsWhole() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : ETIM) {
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                zip.write(read("etim10/" + name + ".csv"));
            }
        }

        whole("etim", bytes.toByteArray(), 159 + 188 + 18 + 936 + 8817 + 12551 + 7404);
        tenant.as("viewer").get("/api/v1/etim/classes?q=drill hammer").then().body("items.size()", greaterThan(0));
        tenant.as("viewer")
                .get("/api/v1/etim/classes/EC000009")
                .then()
                .body("description_en", equalTo("Hammer set anchor"))
                .body("synonyms.synonym", hasItem("Nail anchor"));
    }

    private void whole(String kind, byte[] file, int rows) {
        var begun = System.nanoTime();
        var job = files.load(kind, file, Map.of());
        System.out.printf("%s %.1f s %s%n", kind, (System.nanoTime() - begun) / 1e9, job.getMap("result"));
        System.out.println(job.getList("errors"));
        assertThat(job.getString("state")).isEqualTo("succeeded");
        assertThat(job.getInt("result.rows")).isEqualTo(rows);
        assertThat(sum(job)).isEqualTo(rows);
        assertThat(sum(files.load(kind, file, Map.of()))).isEqualTo(rows);
    }

    private static int sum(JsonPath job) {
        return List.of("created", "updated", "unchanged", "rejected", "skipped").stream()
                .mapToInt(count -> job.getInt("result." + count))
                .sum();
    }

    private static byte[] read(String name) throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty("data.folder"), name));
    }
}
