package org.quartermaster.equipment.label;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * The ink of a label of 70 x 37 mm, of which 24 fill a sheet of A4, as one shape in tenths of millimetres: every
 * format draws the same shape.
 */
final class Label {
    static final int WIDTH = 700;
    static final int HEIGHT = 370;

    private static final int EDGE = 20;
    /** On all sides of the code are four modules of quiet zone, whatever its version. */
    private static final int CODE_LEFT = 40;

    private static final int CODE_TOP = 36;
    private static final double CODE_SIDE = 256;
    private static final int TOKEN_TOP = 328;
    private static final int TEXT_LEFT = 340;
    private static final float TEXT_WIDTH = WIDTH - TEXT_LEFT - EDGE;
    private static final int GAP = 10;

    private static final Lettering.Style NAME = new Lettering.Style(34, 3, false);
    private static final Lettering.Style NAME_AR = new Lettering.Style(34, 2, true);
    /** Numbers are written as large as they fit. */
    private static final List<Lettering.Style> NUMBERS = List.of(
            new Lettering.Style(26, 1, false), new Lettering.Style(20, 1, false), new Lettering.Style(15, 1, false));

    private static final double NUMBER_HEIGHT = NUMBERS.get(0).lineHeight();
    private static final Lettering.Style TOKEN = new Lettering.Style(18, 1, false);

    private final Path2D ink = new Path2D.Double(Path2D.WIND_NON_ZERO);

    private Label() {}

    static Shape ink(LabelContent content) {
        var label = new Label();
        label.drawCode(content);
        var top = label.write(content.name(), NAME, EDGE);
        label.write(content.nameAr(), NAME_AR, top + GAP);
        label.writeNumber(content.serialNumber(), HEIGHT - EDGE - 2 * NUMBER_HEIGHT);
        label.writeNumber(content.code(), HEIGHT - EDGE - NUMBER_HEIGHT);
        return label.ink;
    }

    private void drawCode(LabelContent content) {
        var code = QrCode.of(content.url(), Ecc.M);
        var place = AffineTransform.getTranslateInstance(CODE_LEFT, CODE_TOP);
        place.scale(CODE_SIDE / code.size(), CODE_SIDE / code.size());
        ink.append(code.path().getPathIterator(place), false);
        var token = Lettering.write(content.token(), TOKEN, TEXT_LEFT - CODE_LEFT);
        add(token, CODE_LEFT, TOKEN_TOP);
    }

    /** Where the next line begins. */
    private double write(String text, Lettering.Style style, double top) {
        if (text == null) {
            return top;
        }
        var paragraph = Lettering.write(text, style, TEXT_WIDTH);
        add(paragraph, TEXT_LEFT, top);
        return top + paragraph.height();
    }

    private void writeNumber(String number, double top) {
        if (number != null) {
            var fitting = NUMBERS.stream().filter(style -> Lettering.fits(number, style, TEXT_WIDTH));
            write(number, fitting.findFirst().orElse(NUMBERS.get(NUMBERS.size() - 1)), top);
        }
    }

    private void add(Lettering.Paragraph paragraph, double left, double top) {
        ink.append(paragraph.outline().getPathIterator(AffineTransform.getTranslateInstance(left, top)), false);
    }
}
