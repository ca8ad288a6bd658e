package org.quartermaster.catalog.print;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The fonts of one document: DejaVu Sans, which has Latin, Cyrillic and Arabic letters, embedded as far as used. */
final class Lettering {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String PLAIN = "DejaVuSans.ttf";
    private static final String BOLD = "DejaVuSans-Bold.ttf";
    private static final byte[] PLAIN_FILE = file(PLAIN);
    private static final byte[] BOLD_FILE = file(BOLD);
    private static final float USUAL = 8;
    private static final float LARGE = 15;
    private static final float HUGE = 90;
    private static final Color PALE = new Color(225, 225, 225);

    final Font plain;
    final Font bold;
    final Font title;
    final Font watermark;

    /** NB: a font object keeps state while a document is written, so each document has its own. */
    Lettering() {
        var plainFont = font(PLAIN, PLAIN_FILE);
        var boldFont = font(BOLD, BOLD_FILE);
        plain = new Font(plainFont, USUAL);
        bold = new Font(boldFont, USUAL);
        title = new Font(boldFont, LARGE);
        watermark = new Font(boldFont, HUGE, Font.NORMAL, PALE);
    }

    private static BaseFont font(String name, byte[] file) {
        try {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file, null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] file(String name) {
        try (var in = Lettering.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The direction of a text: that of its first letter (Unicode Standard Annex 9, rule P2). */
    static int direction(String text) {
        for (var i = 0; i < text.length(); i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT:
                    return PdfWriter.RUN_DIRECTION_LTR;
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT:
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC:
                    return PdfWriter.RUN_DIRECTION_RTL;
                default:
                    continue;
            }
        }
        return PdfWriter.RUN_DIRECTION_LTR;
    }
}
