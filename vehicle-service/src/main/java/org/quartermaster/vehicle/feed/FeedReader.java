package org.quartermaster.vehicle.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.quartermaster.vehicle.feed.FileRejected.Reason;
import org.quartermaster.vehicle.feed.StrictReading.Outcome;

/**
 * Reads a file of lots record by record in constant memory: strictly by RFC 4180 first, then with stray quotes mended;
 * a record that cannot be read either way is quarantined alone. Lines without a character are no records.
 */
public final class FeedReader {
    /** Bytes of UTF-8 that are kept of a record in quarantine. */
    public static final int RAW_TEXT_LIMIT = 64 << 10;

    private static final int LONGEST_FIELD = 32 << 10;
    private static final int PIECE = 1 << 16;

    private final ByteWindow window;
    private final StrictReading strict;
    private final QuoteRepair repair;
    private final CellText text = new CellText();
    private final boolean hadBom;
    private final FeedHeader header;
    private final LotReader lots;
    private final ColumnCounts counts;
    private final List<Finding> found = new ArrayList<>();
    private boolean fellBack;
    private int at;
    private int rowNo = 1;
    private int lineNo = 1;

    /** A record's place in the file while it is being read. */
    private record Place(int line, long offset, int start) {}

    private FeedReader(InputStream in, FeedContext context) throws IOException, FileRejected {
        window = new ByteWindow(in);
        strict = new StrictReading(window);
        repair = new QuoteRepair(window);
        var first = new FirstBytes(window);
        at = first.start();
        hadBom = first.hasBom();
        lineNo += newLines(at);
        header = readHeader();
        lots = new LotReader(header, context);
        counts = new ColumnCounts(header);
    }

    private FeedReader(FeedHeader header, InputStream in, FeedContext context) {
        window = new ByteWindow(in);
        strict = new StrictReading(window);
        repair = new QuoteRepair(window);
        hadBom = false;
        this.header = header;
        lots = new LotReader(header, context);
        counts = new ColumnCounts(header);
    }

    /**
     * Reads the header.
     *
     * @param in the unpacked bytes; left open
     * @throws FileRejected where no record can be read
     */
    public static FeedReader open(InputStream in, FeedContext context) throws IOException, FileRejected {
        return new FeedReader(in, context);
    }

    /**
     * Reads records that stand under a header that was read before, such as mended ones.
     *
     * @param in the records alone; left open
     */
    public static FeedReader under(FeedHeader header, InputStream in, FeedContext context) {
        return new FeedReader(header, in, context);
    }

    /** The next record, or null at the end. */
    public FeedRecord next() throws IOException {
        at = window.advance(at);
        while (window.has(at) && window.afterLineEnd(at) > at) {
            at = window.afterLineEnd(at);
            lineNo++;
        }
        if (!window.has(at)) {
            return null;
        }
        rowNo++;
        found.clear();
        var place = new Place(lineNo, window.offset(at), at);
        if (strict.reads(at, header.names().size())) {
            return read(place, strict.cells(), strict.end(), strict.lines());
        }
        if (repair.read(at, header.names().size())) {
            found.add(new Finding(Code.QUOTE_REPAIRED, null, List.of()));
            return read(place, repair.cells(), repair.end(), repair.lines());
        }
        return quarantineLine(place);
    }

    public FeedHeader header() {
        return header;
    }

    public boolean hadBom() {
        return hadBom;
    }

    /** UTF-8, or windows-1252 when a record so far was no UTF-8. */
    public String encoding() {
        return fellBack ? "windows-1252" : "utf-8";
    }

    /** Bytes read into records so far. */
    public long bytesRead() {
        return window.offset(at);
    }

    /** Empty and not understood values of the records so far. */
    public ColumnCounts counts() {
        return counts;
    }

    private FeedHeader readHeader() throws IOException, FileRejected {
        if (strict.read(at) != Outcome.READ || strict.cells().count() > CellPlaces.MOST) {
            throw new FileRejected(Reason.NOT_CSV, List.of("header"));
        }
        var names = cells(strict.cells());
        lineNo += strict.lines();
        at = strict.end();
        return FeedHeader.of(names);
    }

    private FeedRecord read(Place place, CellPlaces places, int end, int lines) {
        var cells = cells(places);
        for (var i = 0; i < cells.size(); i++) {
            if (places.end(i) - places.start(i) > LONGEST_FIELD) {
                found.add(new Finding(Code.FIELD_TOO_LONG, title(i), List.of()));
            }
        }
        var reading = lots.read(cells, found);
        counts.count(cells, reading.findings());
        var raw = reading.lot() == null ? rawText(place.start(), end) : null;
        lineNo += lines;
        at = end;
        return record(place, reading, cells, raw);
    }

    private FeedRecord quarantineLine(Place place) throws IOException {
        var finding = new Finding(problem(), null, List.of());
        var raw = rawText(at, window.lineEnd(at, at + RAW_TEXT_LIMIT));
        while (window.has(at) && window.afterLineEnd(at) == at) {
            at = window.advance(at);
            at = window.lineEnd(at, at + PIECE);
        }
        at = window.afterLineEnd(at);
        lineNo++;
        return record(place, new LotReading(RowVerdict.QUARANTINE, List.of(finding), null), null, raw);
    }

    private FeedRecord record(Place place, LotReading reading, List<String> cells, String raw) {
        var length = (int) Math.min(Integer.MAX_VALUE, bytesRead() - place.offset());
        return new FeedRecord(
                rowNo,
                place.line(),
                place.offset(),
                length,
                reading.verdict(),
                reading.findings(),
                reading.lot(),
                cells,
                raw);
    }

    private Code problem() throws IOException {
        return switch (strict.outcome()) {
            case UNTERMINATED_QUOTE -> Code.UNTERMINATED_QUOTE;
            case TOO_LONG -> Code.FIELD_TOO_LONG;
            case READ -> byCount(strict.cells().count());
            case STRAY_QUOTE -> byCount(repair.columnsOfLine(at));
        };
    }

    private Code byCount(int columns) {
        return columns > header.names().size() ? Code.TOO_MANY_COLUMNS : Code.TOO_FEW_COLUMNS;
    }

    private List<String> cells(CellPlaces places) {
        var cells = new String[places.count()];
        var bytes = window.bytes();
        for (var i = 0; i < cells.length; i++) {
            var cell = text.read(bytes, places.start(i), places.end(i));
            cells[i] = places.isEscaped(i) && cell.indexOf('"') >= 0 ? cell.replace("\"\"", "\"") : cell;
            note(i);
        }
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    private void note(int cell) {
        if (text.fellBack()) {
            fellBack = true;
            found.add(new Finding(Code.ENCODING_FALLBACK, title(cell), List.of()));
        }
        if (text.hadNul()) {
            found.add(new Finding(Code.NUL_REMOVED, title(cell), List.of()));
        }
    }

    private String title(int place) {
        // Null while the header itself is being read.
        return header == null ? null : header.title(place);
    }

    private String rawText(int start, int end) {
        var bytes = window.bytes();
        var raw = text.decode(bytes, start, cut(bytes, start, end));
        var utf8 = raw.getBytes(StandardCharsets.UTF_8);
        return new String(utf8, 0, cut(utf8, 0, utf8.length), StandardCharsets.UTF_8);
    }

    /** The end, or the last beginning of a character within the limit. */
    private static int cut(byte[] bytes, int start, int end) {
        var at = Math.min(end, start + RAW_TEXT_LIMIT);
        while (at < end && at > start && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    private int newLines(int end) {
        var lines = 0;
        for (var i = 0; i < end; i++) {
            lines += window.bytes()[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
