package org.quartermaster.catalog.print;

import com.lowagie.text.pdf.PdfPTable;

/** What the offer is subject to. */
record Terms(Sheet sheet, String text) {

    PdfPTable table() {
        var table = sheet.table(1);
        table.addCell(sheet.label("terms"));
        text.lines().forEach(line -> table.addCell(sheet.text(line)));
        return table;
    }
}
