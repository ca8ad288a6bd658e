package org.quartermaster.catalog.print;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.util.List;
import org.quartermaster.catalog.print.PrintedQuotation.Line;

/** The lines; their heading stands on every page. */
record LineTable(Sheet sheet, PrintedQuotation quotation) {
    private static final float[] WIDTHS = {5, 13, 31, 10, 7, 11, 6, 11, 13};
    private static final List<String> HEADINGS = List.of(
            "line", "sku", "description", "quantity", "unit", "list_price", "discount", "unit_price", "line_total");
    private static final int QUANTITY = 3;
    private static final int FIRST_PRICE = 5;
    private static final int PRICES = 4;
    private static final Color RULE = new Color(200, 200, 200);

    PdfPTable table() {
        var table = sheet.table(WIDTHS);
        for (var i = 0; i < HEADINGS.size(); i++) {
            var text = sheet.labels().text(HEADINGS.get(i));
            var isNumber = i == QUANTITY || i >= FIRST_PRICE;
            var font = sheet.lettering().bold;
            table.addCell(ruled(isNumber ? sheet.numeric(text, font) : sheet.text(text, font)));
        }
        table.setHeaderRows(1);
        quotation.lines().forEach(line -> add(table, line));
        return table;
    }

    private void add(PdfPTable table, Line line) {
        var plain = sheet.lettering().plain;
        table.addCell(ruled(sheet.text(Integer.toString(line.number()))));
        table.addCell(ruled(sheet.text(line.sku())));
        table.addCell(ruled(sheet.text(line.description())));
        table.addCell(ruled(sheet.number(line.quantity(), plain)));
        table.addCell(ruled(sheet.text(line.uom())));
        if (line.unitPrice() == null) {
            var cell = ruled(sheet.text(sheet.labels().text(line.isOnRequest() ? "on_request" : "no_price")));
            cell.setColspan(PRICES);
            table.addCell(cell);
            return;
        }
        table.addCell(ruled(sheet.number(line.listPrice(), plain)));
        table.addCell(ruled(sheet.number(line.discountPercent(), plain)));
        table.addCell(ruled(sheet.number(line.unitPrice(), plain)));
        table.addCell(ruled(sheet.number(line.total(), plain)));
    }

    private static PdfPCell ruled(PdfPCell cell) {
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        return cell;
    }
}
