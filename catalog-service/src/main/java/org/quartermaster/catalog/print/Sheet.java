package org.quartermaster.catalog.print;

import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.math.BigDecimal;

/** Makes tables and cells that run in the direction of the language, and of their text. */
record Sheet(Lettering lettering, Labels labels) {
    private static final float FULL_WIDTH = 100;
    private static final float SPACE = 14;
    private static final float PADDING = 3;

    PdfPTable table(float... widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(FULL_WIDTH);
        table.setSpacingAfter(SPACE);
        table.setRunDirection(
                labels.isFromRight() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        return table;
    }

    /** A text without a frame; null is an empty cell. */
    PdfPCell text(String text, Font font) {
        var shown = text == null ? "" : text;
        var cell = new PdfPCell(new Phrase(shown, font));
        cell.setRunDirection(Lettering.direction(shown));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(PADDING);
        // NB: "left" is where the text begins, which is the right side for Arabic: it stays on the side of the page's own.
        var isAlongside = (Lettering.direction(shown) == PdfWriter.RUN_DIRECTION_RTL) == labels.isFromRight();
        cell.setHorizontalAlignment(isAlongside ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        return cell;
    }

    PdfPCell text(String text) {
        return text(text, lettering.plain);
    }

    PdfPCell label(String key) {
        return text(labels.text(key), lettering.bold);
    }

    /** A number, as exact as it is, at the end of its column. */
    PdfPCell number(BigDecimal value, Font font) {
        return numeric(value == null ? "" : value.toPlainString(), font);
    }

    PdfPCell numeric(String text, Font font) {
        var cell = text(text, font);
        cell.setHorizontalAlignment(labels.isFromRight() ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        return cell;
    }
}
