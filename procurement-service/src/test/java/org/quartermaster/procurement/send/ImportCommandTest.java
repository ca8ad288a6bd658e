package org.quartermaster.procurement.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.procurement.OcdsFile.packageOf;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;

/** Sending OCDS files as an operator does. */
@ProcurementTest
class ImportCommandTest {
    private final OcdsFile ocds = OcdsFile.create();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) throws InterruptedException {
        var all = Stream.concat(
                Stream.of(arguments), Stream.of("--silent", "--url", "http://localhost:" + RestAssured.port));
        return ImportCommand.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), OcdsFile.token(), all.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void filesAreLoadedAndTheirCountsTold() throws Exception {
        var release = ocds.release("1", "r1", "2026-03-01T10:00:00Z", "{\"id\": \"1\", \"title\": \"Gloves\"}");

        assertThat(run(file("a.json", packageOf(release)), "--source", ocds.source()))
                .isZero();

        assertThat(said()).startsWith("a.json: succeeded (").contains("  releases new: 1\n");
    }

    @Test
    void aFileThatIsNoneEndsWithOne() throws Exception {
        assertThat(run(file("page.json", "<html>"), "--source", ocds.source())).isEqualTo(1);

        assertThat(said()).startsWith("page.json: failed");
    }

    @Test
    void aCallWithoutSourceEndsWithTwo() throws Exception {
        assertThat(run(file("a.json", "{}"))).isEqualTo(2);

        assertThat(said()).contains("Name a --source");
    }
}
