package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.vehicle.VehicleDatabase;
import org.quartermaster.vehicle.VehicleTest;

/** Files that somebody puts into the watched directory. */
@VehicleTest
class WatchedDirectoryTest {
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-04-02T00:00:00Z");

    @TempDir
    Path folder;

    @Inject
    WatchedImports imports;

    private static String feed() {
        return "Lot number,VIN,Year,Make,Sale Date M/D/CY,Sale time (HHMM),Time Zone,Location state,Currency Code,"
                + "Last Updated Time\n%d,,2019,HONDA,20260501,1000,EST,NY,USD,2026-04-01T10:00:00Z\n"
                        .formatted(1_000_000_000_000L + new Random().nextInt(Integer.MAX_VALUE));
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> arrived(WatchedDirectory directory, Instant now) throws IOException {
        return directory.arrived(now).stream()
                .map(WatchedDirectory.Arrived::name)
                .toList();
    }

    private void awaitPutAway(Path... files) throws Exception {
        var directory = new WatchedDirectory(folder, Duration.ZERO);
        try (var connection = VehicleDatabase.system()) {
            for (var file : files) {
                await("put away").atMost(Duration.ofSeconds(60)).until(() -> {
                    imports.look(directory, connection);
                    return !Files.exists(file);
                });
            }
        }
    }

    private String report(String file, String pointer) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(file + ".report.json").toFile())
                .at(pointer)
                .asText();
    }

    @ParameterizedTest
    @CsvSource({
        "salesdata_2026-04-01T0600.csv, 2026-04-01T06:00:00Z",
        "salesdata-20260401-061530.csv.gz, 2026-04-01T06:15:30Z",
        "2026-04-01.csv, 2026-04-01T00:00:00Z",
        "2026-04-01-06.00.00.csv, 2026-04-01T06:00:00Z",
        "lots 99992026 20260230 20260401.csv, 2026-04-01T00:00:00Z",
        "salesdata.csv, ",
        "lot-120260401999.csv, "
    })
    void theNameTellsTheTimeOfTheSnapshot(String name, Instant time) {
        assertThat(SnapshotTime.of(name)).isEqualTo(time);
    }

    @Test
    void filesThatHaveNotChangedForTenSecondsComeTheOldestSnapshotFirst() throws IOException {
        put("b 2026-04-01.csv", "b");
        put("a 2026-04-03.csv.gz", "a");
        put("notes.txt", "no");
        Files.setLastModifiedTime(put("c.CSV", "c"), FileTime.from(Instant.parse("2026-04-02T00:00:00Z")));
        var directory = new WatchedDirectory(folder, SETTLED);

        assertThat(arrived(directory, NOW)).isEmpty();
        assertThat(arrived(directory, NOW.plusSeconds(9))).isEmpty();
        assertThat(arrived(directory, NOW.plusSeconds(10)))
                .containsExactly("b 2026-04-01.csv", "c.CSV", "a 2026-04-03.csv.gz");
        put("c.CSV", "more");
        assertThat(arrived(directory, NOW.plusSeconds(11))).doesNotContain("c.CSV");
        assertThat(arrived(directory, NOW.plusSeconds(21))).contains("c.CSV");
    }

    @Test
    void aLoadedFileGoesToDoneAndItsRepetitionToo() throws Exception {
        var text = feed();
        awaitPutAway(put("x 2026-04-01.csv", text));

        assertThat(folder.resolve("done/x 2026-04-01.csv")).hasContent(text);
        assertThat(report("done/x 2026-04-01.csv", "/state")).isEqualTo("completed");
        assertThat(report("done/x 2026-04-01.csv", "/snapshot_at")).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(report("done/x 2026-04-01.csv", "/counts/inserted")).isEqualTo("1");

        var packed = folder.resolve("y 2026-04-01.csv.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        awaitPutAway(packed);
        assertThat(report("done/y 2026-04-01.csv.gz", "/duplicate")).isEqualTo("true");
    }

    @Test
    void whatIsNoFeedGoesToRejectedWithItsReason() throws Exception {
        awaitPutAway(put("page.csv", "<html>" + new Random().nextLong()), put("late 2099-01-01.csv", feed()));

        assertThat(report("rejected/page.csv", "/error/code")).isEqualTo("not_csv");
        assertThat(report("rejected/late 2099-01-01.csv", "/error/code")).isEqualTo("in_future");
        assertThat(folder.resolve("rejected/page.csv")).exists();
    }

    @Test
    void anotherFileOfTheSameNameIsPutBesideTheFirst() throws Exception {
        awaitPutAway(put("z 2026-04-01.csv", feed()));
        awaitPutAway(put("z 2026-04-01.csv", feed()));

        assertThat(folder.resolve("done").toFile().list()).hasSize(4);
    }
}
