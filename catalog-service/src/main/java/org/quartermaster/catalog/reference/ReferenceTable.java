package org.quartermaster.catalog.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quartermaster.platform.problem.Problem;

/**
 * A table of a reference list: CSV with a header, in UTF-8, or in UTF-16 by its byte order mark; the separator is found.
 * Columns are known by their names in lower case with {@code _} for blanks.
 */
public final class ReferenceTable implements AutoCloseable {
    private static final int LOOK_AHEAD = 64 * 1024;
    private static final String SEPARATORS = ",;\t|";

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns;

    private ReferenceTable(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
        this.columns = header(read());
    }

    /** Reads the header; 422 where there is none, or a column twice. */
    public static ReferenceTable open(InputStream input) throws IOException {
        return open(input, StandardCharsets.UTF_8);
    }

    /**
     * As above.
     *
     * @param usual the encoding of a file without byte order mark
     */
    public static ReferenceTable open(InputStream input, Charset usual) throws IOException {
        var text = new BufferedReader(decoded(input, usual), LOOK_AHEAD);
        var first = firstLine(text);
        if (first.isEmpty() || first.indexOf('\0') >= 0) {
            throw Problem.invalid("", "reference.not_a_table");
        }
        return new ReferenceTable(CsvReader.builder()
                .fieldSeparator(separator(first))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text));
    }

    /** The first line, or what there is of one that is longer than a header, as in a file that has no lines. */
    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        var start = new char[LOOK_AHEAD];
        var length = 0;
        for (var read = 0; read >= 0 && length < LOOK_AHEAD; read = text.read(start, length, LOOK_AHEAD - length)) {
            length += read;
        }
        text.reset();
        return new String(start, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private static InputStreamReader decoded(InputStream input, Charset usual) throws IOException {
        var bytes = new PushbackInputStream(input, 3);
        var start = bytes.readNBytes(3);
        var mark = mark(start);
        bytes.unread(start, mark.length, start.length - mark.length);
        return new InputStreamReader(bytes, mark.length == 0 ? usual : charset(mark));
    }

    private static byte[] mark(byte[] start) {
        if (start.length == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf) {
            return start;
        }
        var isWide = start.length >= 2
                && (start[0] == (byte) 0xff && start[1] == (byte) 0xfe
                        || start[0] == (byte) 0xfe && start[1] == (byte) 0xff);
        return isWide ? Arrays.copyOf(start, 2) : new byte[0];
    }

    private static Charset charset(byte[] mark) {
        if (mark.length != 2) {
            return StandardCharsets.UTF_8;
        }
        return mark[0] == (byte) 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static char separator(String header) {
        var outside = header.replaceAll("\"[^\"]*\"", "");
        var found = ',';
        for (var candidate : SEPARATORS.toCharArray()) {
            if (count(outside, candidate) > count(outside, found)) {
                found = candidate;
            }
        }
        return found;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }

    private static Map<String, Integer> header(CsvRecord header) {
        var columns = new HashMap<String, Integer>();
        for (var i = 0; i < header.getFieldCount(); i++) {
            var name = header.getField(i).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
            if (!name.isEmpty() && columns.put(name, i) != null) {
                throw Problem.invalid("", "reference.column_twice", name);
            }
        }
        return columns;
    }

    /** The names of the columns. */
    public Set<String> columns() {
        return columns.keySet();
    }

    /** 422 unless one of the names is a column. */
    public ReferenceTable require(String... names) {
        if (Arrays.stream(names).noneMatch(columns::containsKey)) {
            throw Problem.invalid("", "reference.column_missing", names[0]);
        }
        return this;
    }

    /** The next row; null at the end. */
    public ReferenceRow next() {
        return records.hasNext() ? new ReferenceRow(read(), columns) : null;
    }

    /** NB: what is no table may look like one until a quote is never closed. */
    private CsvRecord read() {
        try {
            return records.next();
        } catch (CsvParseException broken) {
            throw Problem.invalid("", "reference.not_a_table");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
