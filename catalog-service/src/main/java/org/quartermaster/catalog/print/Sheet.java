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

    /** NB: the library turns the cells of a row round for Arabic, but not the widths. */
    PdfPTable table(float... widths) {
        var placed = new float[widths.length];
        for (var i = 0; i < widths.length; i++) {
            placed[i] = widths[labels.isFromRight() ? widths.length - 1 - i : i];
        }
        var table = new PdfPTable(placed);
        table.setWidthPercentage(FULL_WIDTH);
        table.setSpacingAfter(SPACE);
        table.setRunDirection(labels.isFromRight() ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        return table;
    }

    /** A text without a frame; null is an empty cell. */
    PdfPCell text(String text, Font font) {
        var shown = text == null ? "" : text;
        var cell = new PdfPCell(new Phrase(shown, font));
        cell.setRunDirection(Lettering.direction(shown));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(PADDING);
        cell.setHorizontalAlignment(runsAlong(shown) ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        return cell;
    }

    /** NB: "left" is where a text begins, which is the right side for Arabic. */
    private boolean runsAlong(String text) {
        return (Lettering.direction(text) == PdfWriter.RUN_DIRECTION_RTL) == labels.isFromRight();
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
        cell.setHorizontalAlignment(runsAlong(text) ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }
}
