package org.quartermaster.catalog.print;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.PdfPTable;
import java.math.BigDecimal;
import org.quartermaster.catalog.print.PrintedQuotation.Tax;

/** Subtotal, the tax of each rate and the total; kept on one page. */
record SumTable(Sheet sheet, PrintedQuotation quotation) {
    private static final int PERCENT_PLACES = 2;

    PdfPTable table() {
        var table = sheet.table(4, 3, 2);
        table.setKeepTogether(true);
        var sums = quotation.sums();
        var plain = sheet.lettering().plain;
        if (sums.discount().signum() > 0) {
            add(table, sheet.labels().text("discount_total"), sums.discount(), plain);
        }
        add(table, sheet.labels().text("subtotal"), sums.subtotal(), plain);
        sums.taxes().forEach(tax -> add(table, of(tax), tax.tax(), plain));
        add(table, sheet.labels().text("tax_total"), sums.tax(), plain);
        add(table, sheet.labels().text("total") + ' ' + quotation.currency(), sums.total(), sheet.lettering().bold);
        return table;
    }

    private String of(Tax tax) {
        var rate = tax.rate().movePointRight(PERCENT_PLACES).stripTrailingZeros();
        return sheet.labels()
                .text("tax_of_rate")
                .formatted(
                        rate.setScale(Math.max(0, rate.scale())).toPlainString(),
                        tax.base().toPlainString());
    }

    private void add(PdfPTable table, String label, BigDecimal amount, Font font) {
        table.addCell(sheet.text(""));
        table.addCell(sheet.text(label, font));
        table.addCell(sheet.number(amount, font));
    }
}
