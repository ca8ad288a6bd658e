package org.quartermaster.catalog.send;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/** Sending reference lists as an operator does. */
@CatalogTest
class ImportCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String role, String... arguments) throws InterruptedException {
        var token = TestIssuer.shared().token(TestTenant.create().id(), role);
        var all = Stream.concat(
                Stream.of("--url", "http://localhost:" + RestAssured.port + "/", "--list"), Stream.of(arguments));
        return ImportCommand.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), token, all.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String list(String rows) throws IOException {
        return Files.writeString(folder.resolve("codes.csv"), "code,title\n" + rows)
                .toString();
    }

    @Test
    void aListIsLoadedAndItsCountsTold() throws Exception {
        var file = list("91000000,Segment of the command\n91110000,Family of the command\n");

        assertThat(run("data-admin", "--list-of-nothing")).isEqualTo(2);
        assertThat(run("data-admin", "unspsc", file, "--dry-run")).isZero();
        assertThat(run("data-admin", "unspsc", file)).isZero();
        assertThat(run("data-admin", "unspsc", file)).isZero();

        assertThat(said())
                .contains("codes.csv: succeeded\n  rows: 2\n  created: 2\n")
                .endsWith("codes.csv: succeeded\n  rows: 2\n  created: 0\n  updated: 0\n  unchanged: 2\n"
                        + "  rejected: 0\n  skipped: 0\n  deleted: 0\n");
    }

    @Test
    void aListThatIsRefusedEndsWithOneAndSaysWhy() throws Exception {
        assertThat(run("data-admin", "unspsc", list("9211,Too short\n"))).isEqualTo(1);
        assertThat(said()).contains("codes.csv: failed").contains("unspsc.form");

        assertThat(run("manager", "unspsc", list("92000000,Fine\n"))).isEqualTo(1);
        assertThat(said()).contains("The service answered 403");
    }

    @Test
    void aCallThatCannotBeMeantEndsWithTwo() throws Exception {
        assertThat(run("data-admin", "unspsc")).isEqualTo(2);
        assertThat(run("data-admin", "unspsc", "no-such-file.csv")).isEqualTo(2);
        assertThat(said()).contains("Name at least one file").contains("no-such-file.csv is no file");
    }
}
