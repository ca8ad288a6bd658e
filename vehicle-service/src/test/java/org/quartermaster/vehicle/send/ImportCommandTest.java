package org.quartermaster.vehicle.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.VehicleTest;

/** Sending files as an operator does. */
@VehicleTest
class ImportCommandTest {
    private final String source = "c" + Math.abs(new Random().nextLong());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String role, String... arguments) throws InterruptedException {
        var token = TestIssuer.shared().token(TestTenant.create().id(), role);
        var all = Stream.concat(
                Stream.of(arguments), Stream.of("--source", source, "--url", "http://localhost:" + RestAssured.port));
        return ImportCommand.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), token, all.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String feed(int rows) throws IOException {
        var text = IntStream.range(0, rows)
                .mapToObj("%d,,2019,HONDA,20260501,1000,EST,NY,USD,2026-04-01T10:00:00Z\n"::formatted)
                .collect(Collectors.joining(
                        "",
                        "Lot number,VIN,Year,Make,Sale Date M/D/CY,Sale time (HHMM),Time Zone,Location state,"
                                + "Currency Code,Last Updated Time\n",
                        "x y,,,,,,,,,\n"));
        return Files.writeString(folder.resolve("feed %d.csv".formatted(rows)), text)
                .toString();
    }

    @Test
    void filesAreLoadedAndTheirCountsTold() throws Exception {
        var code = run("data-admin", feed(1_000), feed(1_001), "--snapshot-at", "2026-04-01T10:00:00Z", "--partial");

        assertThat(said())
                .contains("feed 1000.csv: receiving\n")
                .contains("feed 1000.csv: completed, import ")
                .contains("read 1,001 = ok 1,000 + repaired 0 + flagged 0 + quarantined 1\n")
                .contains("usable 1,001 = inserted 1 + updated 0 + touched 0 + unchanged 1,000 +")
                .contains("gate closed partial");
        assertThat(code).isZero();
        assertThat(run("data-admin", feed(1_000))).isZero();
        assertThat(said()).contains("completed before, nothing was written");
    }

    @Test
    void aDryRunSaysThatNothingWasWritten() throws Exception {
        assertThat(run("data-admin", feed(3), "--dry-run")).isZero();
        assertThat(said())
                .contains("completed as a dry run, nothing was written")
                .contains("inserted 3");
    }

    @Test
    void aRejectedFileEndsWithOne() throws Exception {
        var page = Files.writeString(folder.resolve("page.csv"), "<html>");

        assertThat(run("data-admin", page.toString(), feed(2))).isEqualTo(1);
        assertThat(said())
                .contains("page.csv: rejected")
                .contains("not_csv HTML or XML")
                .contains("feed 2.csv: completed");
    }

    @Test
    void theRecordsOfAFileWithTooManyBadOnesAreCountedAllTheSame() throws Exception {
        var bad = Path.of(feed(5));
        Files.writeString(bad, "x y,,,,,,,,,\n".repeat(199), StandardOpenOption.APPEND);

        assertThat(run("data-admin", bad.toString())).isEqualTo(1);
        assertThat(said())
                .contains("too_many_bad_rows")
                .contains("read 205 = ok 5 + repaired 0 + flagged 0 + quarantined 200\n")
                .doesNotContain("DO NOT ADD UP");
    }

    @Test
    void whoMayNotImportHearsItBeforeAnythingIsSent() throws Exception {
        assertThat(run("manager", feed(2))).isEqualTo(1);
        assertThat(said()).contains("The service answered 403").doesNotContain("receiving");
    }

    @Test
    void wrongWordsEndWithTwo() throws Exception {
        assertThat(run("data-admin", "--what")).isEqualTo(2);
        assertThat(run("data-admin")).isEqualTo(2);
        assertThat(run("data-admin", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(run("data-admin", feed(1), "--snapshot-at", "yesterday")).isEqualTo(1);
    }
}
