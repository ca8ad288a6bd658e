package org.quartermaster.vehicle.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.vehicle.feed.FeedHeader.Variant;
import org.quartermaster.vehicle.feed.FileRejected.Reason;

class FeedReaderTest {
    private final SampleFeed sample = new SampleFeed(1);

    private String line() {
        return SampleFeed.line(sample.lot().values());
    }

    private String line(Column column, String value) {
        var lot = sample.lot();
        lot.put(column, value);
        return SampleFeed.line(lot.values());
    }

    /** A line in which one cell stands as it is written here, quotes and all. */
    private String written(Column column, String cell) {
        return line(column, "@@").replace("@@", cell);
    }

    private static List<Code> codes(FeedRecord record) {
        return record.findings().stream().map(Finding::code).toList();
    }

    private static FeedReader open(byte[] file) throws Exception {
        return FeedReader.open(new ByteArrayInputStream(file), SampleFeed.CONTEXT);
    }

    private static FileRejected rejected(byte[] file) {
        return catchThrowableOfType(FileRejected.class, () -> open(file));
    }

    @Test
    void saysNothingAboutAPlainLot() {
        var record = SampleFeed.read(SampleFeed.file(List.of(line()))).get(0);

        assertThat(record.findings()).isEmpty();
        assertThat(record.verdict()).isEqualTo(RowVerdict.OK);
        assertThat(record.rawText()).isNull();
        assertThat(record.lot().vinCheck).isEqualTo("valid");
        assertThat(record.lot().status).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsRecordsLinesAndBytesWithAnyLineEnd(String end) {
        var lines = List.of(line(), line(Column.SPECIAL_NOTE, "ONE\nTWO"), line());
        var file = SampleFeed.file(lines).replace("\n", end);

        var records = SampleFeed.read(file);

        assertThat(records).extracting(FeedRecord::rowNo).containsExactly(2, 3, 4);
        assertThat(records).extracting(FeedRecord::lineNo).containsExactly(2, 3, 5);
        assertThat(records.get(1).lot().specialNote).isEqualTo("ONE" + end + "TWO");
        assertThat(records.get(1).byteOffset())
                .isEqualTo(records.get(0).byteOffset() + records.get(0).byteLength());
        assertThat(records.get(2).byteOffset() + records.get(2).byteLength()).isEqualTo(file.length());
    }

    @Test
    void mendsInchMarks() {
        var records = SampleFeed.read(SampleFeed.file(List.of(
                written(Column.SPECIAL_NOTE, "125\" SLEEPER CAB"),
                written(Column.MODEL_GROUP, "SUMMIT 850 X 165\""),
                written(Column.SPECIAL_NOTE, "72\" CAB\nRAISED 5\"\" ROOF"),
                line())));

        assertThat(records)
                .extracting(FeedRecord::verdict)
                .containsExactly(RowVerdict.REPAIR, RowVerdict.REPAIR, RowVerdict.REPAIR, RowVerdict.OK);
        assertThat(records.get(0).lot().specialNote).isEqualTo("125\" SLEEPER CAB");
        assertThat(records.get(1).lot().modelGroup).isEqualTo("SUMMIT 850 X 165\"");
        assertThat(records.get(2).lot().specialNote).isEqualTo("72\" CAB\nRAISED 5\" ROOF");
        assertThat(records.get(3).lineNo()).isEqualTo(6);
    }

    @Test
    void quarantinesOneLineAloneAndSwallowsNoneThatReadsByItself() {
        var good = line();
        var few = line().replaceFirst("\"V\",", "");
        var open = "\"1\",\"2\n";
        var many = line().replaceFirst("\n$", ",\"EXTRA\"\n");

        var records = SampleFeed.read(SampleFeed.file(List.of(few, good, open, good, many, good)));

        assertThat(records)
                .extracting(record -> record.verdict() == RowVerdict.OK)
                .containsExactly(false, true, false, true, false, true);
        assertThat(codes(records.get(0))).containsExactly(Code.TOO_FEW_COLUMNS);
        assertThat(codes(records.get(2))).containsExactly(Code.TOO_FEW_COLUMNS);
        assertThat(codes(records.get(4))).containsExactly(Code.TOO_MANY_COLUMNS);
        assertThat(records.get(0).rawText()).isEqualTo(few.strip());
        assertThat(records.get(0).cells()).isNull();
    }

    @Test
    void quarantinesAQuoteThatIsNeverClosed() {
        var records = SampleFeed.read(SampleFeed.file(List.of(line(), "\"1,2,3\n", "4,5\n")));

        assertThat(codes(records.get(1))).containsExactly(Code.UNTERMINATED_QUOTE);
        assertThat(records.get(1).rawText()).isEqualTo("\"1,2,3");
        assertThat(codes(records.get(2))).containsExactly(Code.TOO_FEW_COLUMNS);
    }

    @Test
    void quarantinesLongFieldsAndEndlessLinesInConstantMemory() {
        var records = SampleFeed.read(SampleFeed.file(
                List.of(line(Column.SPECIAL_NOTE, "x".repeat(32_769)), "y".repeat(3_000_000) + "\n", line())));

        assertThat(codes(records.get(0))).containsExactly(Code.FIELD_TOO_LONG);
        assertThat(records.get(0).findings().get(0).field()).isEqualTo("Special Note");
        assertThat(codes(records.get(1))).containsExactly(Code.FIELD_TOO_LONG);
        assertThat(records.get(1).byteLength()).isEqualTo(3_000_001);
        assertThat(records.get(1).rawText()).hasSize(FeedReader.RAW_TEXT_LIMIT);
        assertThat(records.get(2).verdict()).isEqualTo(RowVerdict.OK);
        assertThat(records.get(2).lineNo()).isEqualTo(4);
    }

    @Test
    void readsFieldsThatAreNoUtf8AsWindows1252() throws Exception {
        var file = SampleFeed.file(List.of(line(Column.SPECIAL_NOTE, "\u00A0Odomètre – miles\u00A0"), line()));
        var reader = open(file.getBytes(Charset.forName("windows-1252")));

        var record = reader.next();

        assertThat(codes(record)).containsExactly(Code.ENCODING_FALLBACK);
        assertThat(record.lot().specialNote).isEqualTo("Odomètre – miles");
        assertThat(record.lot().odometerUnit).isEqualTo("mi");
        assertThat(reader.encoding()).isEqualTo("windows-1252");
    }

    @Test
    void skipsTheByteOrderMarkAndEmptyLinesAndRemovesNul() throws Exception {
        var file = "\uFEFF" + SampleFeed.header() + "\n" + line(Column.SPECIAL_NOTE, "NUL\0BYTE") + "\r\n\n";
        var reader = open(file.getBytes(StandardCharsets.UTF_8));

        var record = reader.next();

        assertThat(codes(record)).containsExactly(Code.NUL_REMOVED);
        assertThat(record.lot().specialNote).isEqualTo("NULBYTE");
        assertThat(record.lineNo()).isEqualTo(3);
        assertThat(reader.hadBom()).isTrue();
        assertThat(reader.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY_FILE",
        "'  \n\n', EMPTY_FILE",
        "'<!doctype html><html>', NOT_CSV",
        "'{\"lots\": []}', NOT_CSV",
        "'PK\u0003\u0004', NOT_CSV",
        "'%PDF-1.7', NOT_CSV",
        "'\u0089PNG\r\n', NOT_CSV",
        "'\u001f\u0008zip', NOT_CSV",
        "'Lot number,VIN', HEADER_MISSING_COLUMNS",
    })
    void refusesWhatIsNoFeed(String text, Reason reason) {
        assertThat(rejected(text.getBytes(StandardCharsets.ISO_8859_1)).reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void refusesEncodingsThatNoFeedHas(String charset) {
        var file = SampleFeed.file(List.of(line())).getBytes(Charset.forName(charset));

        assertThat(rejected(file).reason()).isEqualTo(Reason.UNSUPPORTED_ENCODING);
    }

    @Test
    void namesTheColumnsThatAreMissingOrThereTwice() {
        var header = SampleFeed.header();

        var missing = rejected(header.replace("\"Year\"", "\"Jahr\"").getBytes(StandardCharsets.UTF_8));
        var twice = rejected(header.replace("\"Trim\"", "\"Copart Select\"").getBytes(StandardCharsets.UTF_8));

        assertThat(missing.reason()).isEqualTo(Reason.HEADER_MISSING_COLUMNS);
        assertThat(missing.names()).containsExactly("Year");
        assertThat(twice.reason()).isEqualTo(Reason.HEADER_DUPLICATE_COLUMN);
        assertThat(twice.names()).containsExactly("Wholesale");
    }

    @Test
    void knowsTheLayoutsThatTheFeedHasHad() throws Exception {
        var now = Stream.of(Column.values()).map(Column::title).toList();
        var select = new ArrayList<>(now);
        select.set(Column.WHOLESALE.ordinal(), "Copart Select");
        var cleaned = new ArrayList<>(now);
        cleaned.set(Column.ITEM.ordinal(), "Item Number");
        cleaned.set(Column.HIGH_BID.ordinal(), "HIGH BID");
        cleaned.set(Column.OFFSITE_ADDRESS.ordinal(), "OffsiteAddress1");

        assertThat(FeedHeader.of(now).variant()).isEqualTo(Variant.COPART_59_WHOLESALE);
        assertThat(FeedHeader.of(select).variant()).isEqualTo(Variant.COPART_59_SELECT);
        assertThat(FeedHeader.of(select.subList(0, 56)).variant()).isEqualTo(Variant.COPART_56);
        assertThat(FeedHeader.of(cleaned).renamed())
                .isEqualTo(Map.of("Item Number", "Item#", "HIGH BID", "High Bid =non-vix,Sealed=Vix"));
        assertThat(FeedHeader.of(cleaned).drift()).isFalse();
    }

    @Test
    void keepsUnknownColumnsWhereverTheyStand() {
        var lot = sample.lot();
        var file = "Lender," + SampleFeed.header() + "BANK," + SampleFeed.line(lot.values());

        var record = SampleFeed.read(file).get(0);

        assertThat(record.lot().extra).isEqualTo(Map.of("Lender", "BANK"));
        assertThat(record.lot().make).isEqualTo(lot.get(Column.MAKE));
        assertThat(record.verdict()).isEqualTo(RowVerdict.OK);
    }

    @Test
    void countsEmptyAndNotUnderstoodValuesByColumn() throws Exception {
        var file = SampleFeed.file(List.of(line(Column.FUEL, ""), line(Column.FUEL, "PEDALS"), line()));
        var reader = open(file.getBytes(StandardCharsets.UTF_8));
        while (reader.next() != null) {
            assertThat(reader.bytesRead()).isLessThanOrEqualTo(file.length());
        }

        assertThat(reader.counts().byColumn()).contains(new ColumnCounts.Counts("Fuel Type", 3, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "az-AZ", "en-US"})
    void readsTheSameInAnyLocaleOfTheMachine(String locale) {
        var file = SampleFeed.file(List.of(line(Column.DAMAGE, "side"), line(Column.SPECIAL_NOTE, "MILES İı")));
        var expected = SampleFeed.read(file).stream()
                .map(record -> record.lot().rowHash)
                .toList();
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            var records = SampleFeed.read(file);

            assertThat(records).extracting(record -> record.lot().rowHash).isEqualTo(expected);
            assertThat(records.get(0).lot().damageCode).isEqualTo("side");
            assertThat(records).allMatch(record -> record.findings().isEmpty());
        } finally {
            Locale.setDefault(before);
        }
    }
}
