package org.quartermaster.catalog.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quartermaster.catalog.rfpreading.CellText;
import org.quartermaster.platform.problem.Problem;

/** The table of the first sheet of an XLSX, read a row at a time. */
final class WorkbookSource implements SourceTable {
    private final XMLStreamReader sheet;
    private final CellText texts;
    private final Map<String, Integer> columns = new HashMap<>();
    private long number;

    private WorkbookSource(XMLStreamReader sheet, CellText texts) {
        this.sheet = sheet;
        this.texts = texts;
    }

    /** A row by its number, with its cells by their columns. */
    private record Cells(long line, Map<Integer, String> texts, Map<String, Integer> columns) implements Row {
        @Override
        public String cell(String column) {
            return texts.getOrDefault(columns.getOrDefault(column, 0), "");
        }
    }

    /** Whether a ZIP archive begins here, as which workbooks are kept. */
    static boolean isWorkbook(BufferedInputStream start) throws IOException {
        start.mark(4);
        var first = start.readNBytes(4);
        start.reset();
        return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
    }

    /** @param file gives the file from its beginning */
    static WorkbookSource open(Supplier<InputStream> file) throws IOException {
        var parts = new WorkbookPackage(file);
        try {
            var texts = CellText.of(parts.xml("xl/sharedStrings.xml"), parts.xml("xl/styles.xml"));
            var sheet = parts.sheet();
            if (sheet == null) {
                throw noTable();
            }
            var source = new WorkbookSource(sheet, texts);
            source.header();
            return source;
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw noTable();
        }
    }

    private static Problem noTable() {
        return Problem.invalid("", "reference.not_a_table");
    }

    private void header() {
        var header = cells();
        if (header == null) {
            throw noTable();
        }
        header.texts().forEach((place, text) -> {
            var name = Reading.column(text);
            if (columns.put(name, place) != null) {
                throw Problem.invalid("", "reference.column_twice", name);
            }
        });
    }

    @Override
    public Set<String> columns() {
        return columns.keySet();
    }

    @Override
    public Row next() {
        return cells();
    }

    /** NB: a row of which all cells are empty is as good as none. */
    private Cells cells() {
        try {
            while (sheet.hasNext()) {
                if (sheet.next() == XMLStreamConstants.START_ELEMENT && "row".equals(sheet.getLocalName())) {
                    var row = row();
                    if (!row.texts().isEmpty()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw noTable();
        }
    }

    private Cells row() throws XMLStreamException {
        var given = sheet.getAttributeValue(null, "r");
        number = given == null ? number + 1 : Long.parseLong(given);
        var cells = new TreeMap<Integer, String>();
        var column = 0;
        while (sheet.hasNext()) {
            var event = sheet.next();
            if (event == XMLStreamConstants.END_ELEMENT && "row".equals(sheet.getLocalName())) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && "c".equals(sheet.getLocalName())) {
                var place = sheet.getAttributeValue(null, "r");
                column = place == null ? column + 1 : CellText.column(place);
                var text = texts.of(sheet);
                if (!text.isBlank()) {
                    cells.put(column, text);
                }
            }
        }
        return new Cells(number, cells, columns);
    }

    @Override
    public void close() {
        try {
            sheet.close();
        } catch (XMLStreamException broken) {
            throw noTable();
        }
    }
}
