package org.quartermaster.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final int COUNT = 2_000;

    private final Releases releases = new Releases(COUNT, 1);

    @Test
    void theSameArgumentsGiveTheSameBytes(@TempDir Path folder) throws IOException {
        var once = releases.write(folder.resolve("once.jsonl"));
        var again = new Releases(COUNT, 1).write(folder.resolve("again.jsonl"));

        assertEquals(-1, Files.mismatch(once, again));
    }

    @Test
    void eachLineIsAReleaseThatCanBePlaced(@TempDir Path folder) throws IOException {
        var lines = Files.readAllLines(releases.write(folder.resolve("releases.jsonl")));

        assertEquals(COUNT, lines.size());
        for (var line : lines) {
            assertTrue(new JsonObject(line).fieldNames().containsAll(List.of("ocid", "id", "date", "tag")));
        }
    }

    @Test
    void ofTwelveTendersFiveAreChangedAndThreeOfThoseAwarded() {
        var byOcid = IntStream.range(0, COUNT)
                .mapToObj(releases::release)
                .collect(Collectors.groupingBy(
                        release -> release.getString("ocid"),
                        Collectors.mapping(
                                release -> release.getJsonArray("tag").getString(0), Collectors.joining(" "))));
        var lives = byOcid.values().stream().collect(Collectors.groupingBy(life -> life, Collectors.counting()));

        assertEquals(Map.of("tender", 700L, "tender tenderUpdate", 200L, "tender tenderUpdate award", 300L), lives);
    }

    @Test
    void noWordOfTheTextsBeginsAnother() {
        var words =
                IntStream.range(0, Vocabulary.SIZE).mapToObj(Vocabulary::word).collect(Collectors.toSet());

        assertEquals(Vocabulary.SIZE, words.size());
        assertEquals(1, words.stream().map(String::length).distinct().count());
    }
}
