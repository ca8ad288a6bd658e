package org.quartermaster.catalog.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Rows as a workbook (ECMA-376, SpreadsheetML) that is written as they come, so that its size does not matter; where a
 * sheet is full another one begins.
 */
final class SpreadsheetExport implements ExportFile {
    /** Rows of a sheet (ECMA-376, part 1, section 18.3.1.73, as spreadsheets take it). */
    static final int SHEET_ROWS = 1_048_576;

    private final ZipOutputStream zip;
    private final Writer writer;
    private final String title;
    private final List<Object> names;
    private final int rowsOfSheet;
    private int sheets;
    private int row;

    SpreadsheetExport(OutputStream output, String title, List<String> names) throws IOException {
        this(output, title, names, SHEET_ROWS);
    }

    SpreadsheetExport(OutputStream output, String title, List<String> names, int rowsOfSheet) throws IOException {
        this.zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        this.writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        this.title = title;
        this.names = List.copyOf(names);
        this.rowsOfSheet = rowsOfSheet;
        part("[Content_Types].xml", SpreadsheetParts.TYPES);
        part("_rels/.rels", SpreadsheetParts.ROOT);
        beginSheet();
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        writer.write(content);
        endPart();
    }

    private void endPart() throws IOException {
        writer.flush();
        zip.closeEntry();
    }

    private void beginSheet() throws IOException {
        sheets++;
        row = 0;
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
        writer.write(SpreadsheetParts.SHEET_BEGIN);
        row(names);
    }

    private void endSheet() throws IOException {
        writer.write(SpreadsheetParts.SHEET_END);
        endPart();
    }

    @Override
    public void write(List<List<Object>> rows) throws IOException {
        for (var values : rows) {
            if (row == rowsOfSheet) {
                endSheet();
                beginSheet();
            }
            row(values);
        }
    }

    private void row(List<Object> values) throws IOException {
        row++;
        writer.write("<row r=\"" + row + "\">");
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                writer.write(SpreadsheetCell.of(SpreadsheetCell.column(i) + row, values.get(i)));
            }
        }
        writer.write("</row>");
    }

    @Override
    public void end() throws IOException {
        endSheet();
        part("xl/workbook.xml", SpreadsheetParts.workbook(title, sheets));
        part("xl/_rels/workbook.xml.rels", SpreadsheetParts.sheets(sheets));
        zip.finish();
    }
}
