package org.quartermaster.equipment.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * The records of a CSV file (RFC 4180) in UTF-8, with or without byte order mark; the separator, comma or semicolon,
 * is the one that its first line has more of.
 * NB: bytes that are no UTF-8 become U+FFFD, so that the row and column that they stand in can be named.
 */
final class CsvFile implements AutoCloseable {
    static final char UNREADABLE = '\uFFFD';

    private static final int LOOK_AHEAD = 64 * 1024;
    private static final int LONGEST_RECORD = 1024 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final QuoteWatch quotes;
    private final boolean markup;

    private CsvFile(CsvReader<CsvRecord> reader, QuoteWatch quotes, boolean markup) {
        this.reader = reader;
        this.records = reader.iterator();
        this.quotes = quotes;
        this.markup = markup;
    }

    static CsvFile open(InputStream input) throws IOException {
        var text = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), LOOK_AHEAD);
        skipByteOrderMark(text);
        var first = firstLine(text);
        var separator = separator(first);
        var quotes = new QuoteWatch(text, separator);
        var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(quotes);
        return new CsvFile(reader, quotes, first.stripLeading().startsWith("<"));
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        var line = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < LOOK_AHEAD; i++) {
            var next = text.read();
            if (next < 0 || (!quoted && next == '\n' && !line.toString().isBlank())) {
                break;
            }
            quoted ^= next == '"';
            line.append((char) next);
        }
        text.reset();
        return line.toString();
    }

    private static char separator(String line) {
        var outside = line.replaceAll("\"[^\"]*\"", "");
        var semicolons = outside.chars().filter(c -> c == ';').count();
        return semicolons > outside.chars().filter(c -> c == ',').count() ? ';' : ',';
    }

    /** True for a page of HTML or XML instead of a table. */
    boolean isMarkup() {
        return markup;
    }

    /**
     * The next record; null at the end.
     *
     * @throws de.siegmar.fastcsv.reader.CsvParseException where quotes do not fit, or a record is endless
     */
    CsvRecord next() {
        return records.hasNext() ? records.next() : null;
    }

    /** The line of a quote that the whole rest of the file follows without closing it, or 0; known at the end. */
    long openQuote() {
        return quotes.openLine();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
