package org.quartermaster.catalog.print;

import com.lowagie.text.pdf.PdfPTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Who offers, to whom, what it is called and how long it holds. */
record Heading(Sheet sheet, PrintedQuotation quotation) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    PdfPTable table() {
        var table = sheet.table(1, 1);
        table.addCell(sheet.text(quotation.company().name(), sheet.lettering().title));
        table.addCell(sheet.text(sheet.labels().text("title"), sheet.lettering().title));
        table.addCell(sheet.text(quotation.company().address()));
        pair(table, "number", quotation.number());
        pair(table, "tax_id", quotation.company().taxId());
        pair(table, "revision", Integer.toString(quotation.revision()));
        pair(table, "client", quotation.client().name());
        pair(table, "date", day(quotation.date()));
        pair(table, "email", quotation.client().email());
        pair(table, "valid_until", MINUTE.format(quotation.validUntil()));
        pair(table, "project", quotation.client().projectTitle());
        pair(table, "currency", quotation.currency());
        return table;
    }

    private static String day(Instant time) {
        return DAY.format(time);
    }

    /** NB: a label and its value are cells of their own, as each may run in another direction. */
    private void pair(PdfPTable table, String label, String value) {
        if (value == null) {
            table.addCell(sheet.text(""));
            return;
        }
        var pair = sheet.table(1, 2);
        pair.setSpacingAfter(0);
        pair.addCell(sheet.label(label));
        pair.addCell(sheet.text(value));
        var cell = sheet.text("");
        cell.setPadding(0);
        cell.addElement(pair);
        table.addCell(cell);
    }
}
