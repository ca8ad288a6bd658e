package org.quartermaster.vehicle.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedPropertiesTest {
    private static final String[] PIECES = {
        "\"",
        "\"\"",
        ",",
        "\",\"",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "a",
        "1",
        " ",
        "\u00e9",
        "\u0661",
        "\ud83d\ude97",
        "\u00a0"
    };

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final SampleFeed sample = new SampleFeed(seed);

    private String noise(int pieces) {
        var text = new StringBuilder();
        IntStream.range(0, random.nextInt(pieces)).forEach(i -> text.append(PIECES[random.nextInt(PIECES.length)]));
        return text.toString();
    }

    /** A record with something inserted, or cut off, at any place. */
    private String damaged() {
        var line = SampleFeed.line(sample.lot().values());
        var at = random.nextInt(line.length());
        return random.nextBoolean() ? line.substring(0, at) + noise(4) + line.substring(at) : line.substring(0, at);
    }

    private static void requireWhole(String what, byte[] file, List<FeedRecord> records) {
        long end = SampleFeed.header().length();
        for (var i = 0; i < records.size(); i++) {
            var record = records.get(i);
            assertThat(record.rowNo()).as(what).isEqualTo(i + 2);
            assertThat(record.lot() == null).as(what).isEqualTo(record.verdict() == RowVerdict.QUARANTINE);
            assertThat(record.rawText() == null).as(what).isEqualTo(record.lot() != null);
            for (var between = end; between < record.byteOffset(); between++) {
                assertThat(file[(int) between]).as(what).isIn((byte) '\n', (byte) '\r');
            }
            assertThat(record.byteOffset()).as(what).isGreaterThanOrEqualTo(end);
            end = record.byteOffset() + record.byteLength();
        }
        for (var after = end; after < file.length; after++) {
            assertThat(file[(int) after]).as(what).isIn((byte) '\n', (byte) '\r');
        }
    }

    @Test
    void noTextBreaksTheReaderAndNoByteIsLost() {
        for (var run = 0; run < 300; run++) {
            var lines = new ArrayList<String>();
            IntStream.range(0, 6).forEach(i -> lines.add(random.nextInt(3) == 0 ? noise(40) : damaged()));
            var file = SampleFeed.file(lines).getBytes(StandardCharsets.UTF_8);
            var first = SampleFeed.header().length();
            for (var i = 0; i < 3 && file.length > first; i++) {
                file[first + random.nextInt(file.length - first)] = (byte) random.nextInt(256);
            }

            requireWhole("seed " + seed + " run " + run, file, SampleFeed.read(file, SampleFeed.CONTEXT));
        }
    }

    @Test
    void aRecordThatWasWrittenIsReadAgain() {
        for (var run = 0; run < 300; run++) {
            var lot = sample.lot();
            for (var column : new Column[] {Column.SPECIAL_NOTE, Column.MODEL_DETAIL, Column.SELLER, Column.ENGINE}) {
                lot.put(column, ("x" + noise(12) + "x").replace("\0", ""));
            }

            var record = SampleFeed.read(SampleFeed.file(List.of(SampleFeed.line(lot.values()))))
                    .get(0);

            assertThat(record.cells()).as("seed %d", seed).containsExactlyElementsOf(lot.values());
            assertThat(record.verdict()).as("seed %d", seed).isEqualTo(RowVerdict.OK);
        }
    }

    @Test
    void goodRecordsAreReadWhateverStandsBetweenThem() {
        for (var run = 0; run < 200; run++) {
            var lines = new ArrayList<String>();
            for (var i = 0; i < 5; i++) {
                lines.add(damaged().replace("\n", "").replace("\r", "") + "\n");
                lines.add(SampleFeed.line(sample.lot().values()));
            }

            var read = SampleFeed.read(SampleFeed.file(lines)).stream()
                    .filter(record -> record.lot() != null)
                    .map(record -> record.lot().lotExternalId)
                    .toList();

            for (var i = 1; i < lines.size(); i += 2) {
                var number = lines.get(i).split("\",\"")[Column.LOT_NUMBER.ordinal()];
                assertThat(read)
                        .as("seed %d run %d: %s", seed, run, lines.get(i - 1))
                        .contains(number);
            }
        }
    }

    @Test
    void theHashKnowsNoIdNorTimesButEverythingElse() {
        for (var column : Column.values()) {
            var lot = sample.lot();
            var before = hash(lot.values());
            lot.put(column, other(column));

            var same = List.of(Column.ID, Column.CREATED, Column.UPDATED, Column.DAY_OF_WEEK)
                    .contains(column);

            assertThat(hash(lot.values()).equals(before)).as(column.title()).isEqualTo(same);
        }
    }

    private static Object hash(Collection<String> cells) {
        return SampleFeed.read(SampleFeed.file(List.of(SampleFeed.line(cells))))
                .get(0)
                .lot()
                .rowHash;
    }

    private static String other(Column column) {
        return switch (column) {
            case SALE_DATE -> "20260310";
            case SALE_TIME -> "1111";
            case UPDATED -> "2026-01-01T00:00:00Z";
            case YEAR -> "2014";
            case AUTO_GRADE -> "3.5";
            case CURRENCY -> "CAD";
            case ODOMETER, RETAIL_VALUE, REPAIR_COST, HIGH_BID, BUY_IT_NOW, ITEM, CYLINDERS -> "7";
            default -> "OTHER";
        };
    }
}
