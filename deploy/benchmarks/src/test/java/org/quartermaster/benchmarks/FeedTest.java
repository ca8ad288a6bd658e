package org.quartermaster.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
    private static final int UPDATED = 48;

    private final Feed first = new Feed(2_000, 1, 0, 1);
    private final Feed later = new Feed(2_000, 1, 1, 1);

    @Test
    void theSameArgumentsGiveTheSameBytes(@TempDir Path folder) throws IOException {
        var once = first.write(folder.resolve("once.csv"));
        var again = new Feed(2_000, 1, 0, 1).write(folder.resolve("again.csv"));

        assertEquals(-1, Files.mismatch(once, again));
    }

    @Test
    void everyRecordHas59CellsAndAVinOfItsOwn() {
        var vins = IntStream.range(0, first.rows()).mapToObj(first::vin).distinct();

        assertEquals(first.rows(), vins.count());
        IntStream.range(0, first.rows()).forEach(n -> assertEquals(59, first.record(n).length));
    }

    @Test
    void threeLotsInAHundredChangeFromOneExportToTheNextAndSaySo() {
        var changed = IntStream.range(0, first.rows())
                .filter(n -> !first.record(n)[UPDATED].equals(later.record(n)[UPDATED]))
                .toArray();

        assertTrue(changed.length > 40 && changed.length < 80, changed.length + " changed");
        for (var n : changed) {
            var time = Instant.parse(later.record(n)[UPDATED]);
            assertTrue(time.isAfter(first.at()) && !time.isAfter(later.at()), time::toString);
        }
    }

    @Test
    void whatDoesNotChangeStaysToTheLetter() {
        var still =
                IntStream.range(0, first.rows()).filter(n -> first.record(n)[UPDATED].equals(later.record(n)[UPDATED]));

        still.forEach(n -> assertArrayEquals(first.record(n), later.record(n)));
    }
}
