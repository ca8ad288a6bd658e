package org.quartermaster.procurement.ocds.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartermaster.procurement.ocds.TestReleases;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.JsonSchema;
import org.quartermaster.procurement.ocds.schema.Shape;

/** The merge cases and the didactic chain of the data folder; run with -Ddata.folder. */
@EnabledIfSystemProperty(named = "data.folder", matches = ".+")
final class OfficialMergeCasesTest {
    private static Path folder() {
        return Path.of(System.getProperty("data.folder"), "ocds");
    }

    static Stream<Path> cases() throws IOException {
        return Files.walk(folder().resolve("merge-cases"))
                .filter(path -> path.toString().matches(".*/[a-z-]+\\.json"))
                .filter(path -> !path.toString().matches(".*(-compiled|-versioned|schema)\\.json"));
    }

    private static Shape schema(Path path) {
        return path.getParent().endsWith("custom-schema")
                ? JsonSchema.read(TestReleases.file(path.resolveSibling("schema.json")))
                : CompactSchema.release();
    }

    private static void compare(Path path, String form, JsonNode actual) {
        var expected = path.resolveSibling(path.getFileName().toString().replace(".json", "-" + form + ".json"));
        if (Files.exists(expected)) {
            assertThat(actual).isEqualTo(TestReleases.file(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesTheExpectedResult(Path path) {
        var compiled = Compiler.compile(TestReleases.placedAll(TestReleases.file(path)), schema(path));

        compare(path, "compiled", compiled.release());
        compare(path, "versioned", compiled.versioned());
    }

    @Test
    void theChainCompilesToItsExpectedForms() throws IOException {
        var chain = folder().resolve("samples/fictional");
        var releases = TestReleases.placedAll(
                TestReleases.file(chain.resolve("ocds-213czf-000-00001.json")).get("releases"));
        var compiled = Compiler.compile(releases, CompactSchema.release());

        var expected = new ArrayList<JsonNode>();
        try (var files = Files.list(chain.resolve("expected"))) {
            files.sorted().map(TestReleases::file).forEach(expected::add);
        }
        assertThat(expected).containsExactlyInAnyOrder(compiled.release(), compiled.versioned());
    }
}
