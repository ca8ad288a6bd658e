package org.quartermaster.catalog.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** What stands on every page: number, revision and page at its foot, and across a draft that it is one. */
final class PageFrame extends PdfPageEventHelper {
    private static final float FOOT = 30;
    private static final float SLANT = 45;

    private final PrintedQuotation quotation;
    private final Lettering lettering;
    private final Labels labels;

    PageFrame(PrintedQuotation quotation, Lettering lettering, Labels labels) {
        this.quotation = quotation;
        this.lettering = lettering;
        this.labels = labels;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var page = document.getPageSize();
        var centre = page.getWidth() / 2;
        var foot = quotation.number() + " / " + quotation.revision() + "   -   " + writer.getPageNumber();
        ColumnText.showTextAligned(
                writer.getDirectContent(), Element.ALIGN_CENTER, new Phrase(foot, lettering.plain), centre, FOOT, 0);
        if (quotation.isDraft()) {
            var word = labels.text("draft");
            ColumnText.showTextAligned(
                    writer.getDirectContentUnder(),
                    Element.ALIGN_CENTER,
                    new Phrase(word, lettering.watermark),
                    centre,
                    page.getHeight() / 2,
                    SLANT,
                    Lettering.direction(word),
                    0);
        }
    }
}
