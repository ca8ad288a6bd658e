package org.quartermaster.platform.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text in CSV files that people open with a spreadsheet, which would run what looks like a formula to it (OWASP, CSV
 * Injection; OWASP ASVS 5.0, requirement 1.2.10).
 */
public final class CsvText {
    /** NB: some spreadsheets pass over white space before the sign. */
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@\\t\\r\\x00].*");

    private CsvText() {}

    /** Whether a spreadsheet may take the text for a formula. */
    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches();
    }

    /** The text as a cell: a leading apostrophe makes text of a formula. */
    public static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** Records as lines (RFC 4180); their texts stay as they are, so what users wrote is to be guarded before. */
    public static String lines(List<List<String>> records) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().build(text)) {
            records.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
