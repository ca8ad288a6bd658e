package org.quartermaster.equipment.label;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Labels as PDF: one of its own size, or sheets of A4 with 24 each. */
final class LabelPdf {
    /** Points of a tenth of a millimetre. */
    private static final double POINT = 72 / 254.0;
    /** Coordinates are whole hundredths of a millimetre, which makes the file half as long. */
    private static final int FINE = 10;

    private static final int A4_WIDTH = 2_100;
    private static final int A4_HEIGHT = 2_970;

    private LabelPdf() {}

    static byte[] single(LabelContent content) {
        return write(Label.WIDTH, Label.HEIGHT, List.of(content));
    }

    static byte[] sheets(List<LabelContent> contents) {
        return write(A4_WIDTH, A4_HEIGHT, contents);
    }

    private static byte[] write(int width, int height, List<LabelContent> contents) {
        var out = new ByteArrayOutputStream();
        var page = new Rectangle((float) (width * POINT), (float) (height * POINT));
        try (var document = new Document(page)) {
            var writer = PdfWriter.getInstance(document, out);
            document.open();
            makeRepeatable(writer, contents);
            var columns = width / Label.WIDTH;
            var perPage = columns * (height / Label.HEIGHT);
            var top = (height - height / Label.HEIGHT * Label.HEIGHT) / 2;
            for (var i = 0; i < contents.size(); i++) {
                if (i > 0 && i % perPage == 0) {
                    document.newPage();
                }
                var place = i % perPage;
                draw(
                        writer.getDirectContent(),
                        Label.ink(contents.get(i)),
                        place % columns * Label.WIDTH,
                        height - top - place / columns * Label.HEIGHT);
            }
        }
        return out.toByteArray();
    }

    /** NB: with the hour and a random id in it, the same label would be another file each time, under the same ETag. */
    private static void makeRepeatable(PdfWriter writer, List<LabelContent> contents) {
        var id = ByteBuffer.allocate(16).putInt(contents.hashCode()).array();
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.getInfo().remove(PdfName.CREATIONDATE);
    }

    /** Draws with the upper left corner of the label at the given place from the lower left corner of the page. */
    private static void draw(PdfContentByte page, Shape ink, int left, int top) {
        page.saveState();
        var scale = (float) (POINT / FINE);
        page.concatCTM(scale, 0, 0, -scale, (float) (left * POINT), (float) (top * POINT));
        var at = new float[6];
        var pen = new float[2];
        for (var path = ink.getPathIterator(null); !path.isDone(); path.next()) {
            var type = path.currentSegment(at);
            refine(at);
            switch (type) {
                case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> curve(page, pen, at);
                case PathIterator.SEG_CUBICTO -> page.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> page.closePath();
            }
            move(pen, at, type);
        }
        page.fill();
        page.restoreState();
    }

    private static void refine(float[] at) {
        for (var i = 0; i < at.length; i++) {
            at[i] = Math.round(at[i] * FINE);
        }
    }

    /** A quadratic curve as the cubic one that PDF knows (ISO 32000, section 8.5.2.2). */
    private static void curve(PdfContentByte page, float[] pen, float[] at) {
        page.curveTo(
                Math.round(pen[0] + 2 * (at[0] - pen[0]) / 3),
                Math.round(pen[1] + 2 * (at[1] - pen[1]) / 3),
                Math.round(at[2] + 2 * (at[0] - at[2]) / 3),
                Math.round(at[3] + 2 * (at[1] - at[3]) / 3),
                at[2],
                at[3]);
    }

    private static void move(float[] pen, float[] at, int type) {
        var last =
                switch (type) {
                    case PathIterator.SEG_QUADTO -> 2;
                    case PathIterator.SEG_CUBICTO -> 4;
                    default -> 0;
                };
        if (type != PathIterator.SEG_CLOSE) {
            pen[0] = at[last];
            pen[1] = at[last + 1];
        }
    }
}
