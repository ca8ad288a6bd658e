package org.quartermaster.catalog.export;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of a workbook around its rows. */
final class SpreadsheetParts {
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** NB: the number of sheets is known last, so that every part is a sheet unless it is named. */
    static final String TYPES = HEADER + """
            <Types xmlns="%1$s/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="%2$sworksheet+xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/></Types>\
            """.formatted(PACKAGE, TYPE);

    static final String ROOT = HEADER + """
            <Relationships xmlns="%s/relationships">\
            <Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>\
            """.formatted(PACKAGE, OFFICE);

    /** The header stays in view. */
    static final String SHEET_BEGIN = HEADER + """
            <worksheet xmlns="%s"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <sheetData>\
            """.formatted(MAIN);

    static final String SHEET_END = "</sheetData></worksheet>";

    private SpreadsheetParts() {}

    static String workbook(String title, int sheets) {
        return HEADER + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, OFFICE)
                + each(sheets, n -> "<sheet name=\"%s\" sheetId=\"%2$d\" r:id=\"rId%2$d\"/>"
                        .formatted(n == 1 ? title : title + " " + n, n))
                + "</sheets></workbook>";
    }

    static String sheets(int sheets) {
        return HEADER + "<Relationships xmlns=\"%s/relationships\">".formatted(PACKAGE)
                + each(
                        sheets,
                        n ->
                                "<Relationship Id=\"rId%1$d\" Type=\"%2$s/worksheet\" Target=\"worksheets/sheet%1$d.xml\"/>"
                                        .formatted(n, OFFICE))
                + "</Relationships>";
    }

    private static String each(int sheets, IntFunction<String> line) {
        return IntStream.rangeClosed(1, sheets).mapToObj(line).collect(Collectors.joining());
    }
}
