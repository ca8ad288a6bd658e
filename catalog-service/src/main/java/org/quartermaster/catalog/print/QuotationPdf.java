package org.quartermaster.catalog.print;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A quotation on A4 pages; the same content gives the same bytes. */
public final class QuotationPdf {
    private static final float MARGIN = 40;
    private static final float BOTTOM = 55;

    private QuotationPdf() {}

    /** The file. Blocking: it takes a millisecond a line. */
    public static byte[] write(PrintedQuotation quotation) {
        var out = new ByteArrayOutputStream();
        var labels = Labels.of(quotation.language());
        var lettering = new Lettering();
        var sheet = new Sheet(lettering, labels);
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, BOTTOM)) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setPageEvent(new PageFrame(quotation, lettering, labels));
            document.addTitle(quotation.number());
            document.open();
            makeRepeatable(writer, quotation);
            document.add(new Heading(sheet, quotation).table());
            document.add(new LineTable(sheet, quotation).table());
            document.add(new SumTable(sheet, quotation).table());
            if (quotation.terms() != null) {
                document.add(new Terms(sheet, quotation.terms()).table());
            }
        }
        return SubsetNames.settle(out.toByteArray());
    }

    /** NB: with the hour and a random id in it, the same quotation would be another file each time. */
    private static void makeRepeatable(PdfWriter writer, PrintedQuotation quotation) {
        var id = ByteBuffer.allocate(16).putInt(quotation.hashCode()).array();
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.getInfo().remove(PdfName.CREATIONDATE);
        writer.getInfo().remove(PdfName.MODDATE);
    }
}
