package org.quartermaster.equipment.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as outlines in the bundled font, so that it looks the same everywhere and needs no font where it is shown.
 * Latin, Cyrillic and Arabic letters are joined and ordered by the rules of Unicode (annex 9), whichever way they run.
 * NB: the JDK loads fonts through the system's freetype and fontconfig, which a container image must have.
 */
final class Lettering {
    private static final Font FONT = load();
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String ELLIPSIS = "\u2026";
    private static final double LINE_HEIGHT = 1.25;

    private Lettering() {}

    /**
     * A paragraph of at most so many lines, cut off with an ellipsis.
     *
     * @param rightToLeft whether the paragraph runs, and is aligned, that way
     */
    record Style(float size, int maxLines, boolean rightToLeft) {
        double lineHeight() {
            return size * LINE_HEIGHT;
        }
    }

    /** What was written, and how high it stands. */
    record Paragraph(Path2D outline, double height) {}

    /** Whether the text fits into one line of the width. */
    static boolean fits(String text, Style style, float width) {
        var printable = printable(text);
        return printable.isEmpty() || layout(printable, style).getAdvance() <= width;
    }

    /** The outline of a text within the width; its upper left corner is the origin. */
    static Paragraph write(String text, Style style, float width) {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var height = 0.0;
        for (var line : lines(printable(text), style, width)) {
            var left = style.rightToLeft ? width - line.getAdvance() : 0;
            var place = AffineTransform.getTranslateInstance(left, height + line.getAscent());
            outline.append(line.getOutline(place).getPathIterator(null), false);
            height += style.lineHeight();
        }
        return new Paragraph(outline, height);
    }

    private static List<TextLayout> lines(String text, Style style, float width) {
        var lines = new ArrayList<TextLayout>();
        if (text.isEmpty()) {
            return lines;
        }
        var measurer = new LineBreakMeasurer(styled(text, style).getIterator(), EXACT);
        while (measurer.getPosition() < text.length() && lines.size() < style.maxLines) {
            var start = measurer.getPosition();
            var line = measurer.nextLayout(width, end(text, start, measurer.nextOffset(width)), false);
            var isCut = lines.size() + 1 == style.maxLines && measurer.getPosition() < text.length();
            lines.add(isCut ? cut(text.substring(start), style, width) : line);
        }
        return lines;
    }

    /** Behind the last blank that fits, else where the width ends: 9.90 is not torn apart. */
    private static int end(String text, int start, int fitting) {
        var blank = text.lastIndexOf(' ', fitting - 1);
        return fitting == text.length() || blank <= start ? fitting : blank + 1;
    }

    private static TextLayout cut(String text, Style style, float width) {
        var end = Math.min(text.length(), 200);
        var line = layout(text.substring(0, end) + ELLIPSIS, style);
        while (end > 0 && line.getAdvance() > width) {
            end = text.offsetByCodePoints(end, -1);
            line = layout(text.substring(0, end).stripTrailing() + ELLIPSIS, style);
        }
        return line;
    }

    private static TextLayout layout(String text, Style style) {
        return new TextLayout(styled(text, style).getIterator(), EXACT);
    }

    private static AttributedString styled(String text, Style style) {
        var styled = new AttributedString(text);
        styled.addAttribute(TextAttribute.FONT, FONT.deriveFont(style.size));
        styled.addAttribute(
                TextAttribute.RUN_DIRECTION,
                style.rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        return styled;
    }

    /** Line breaks and tabs become blanks, other control characters nothing. */
    private static String printable(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
    }

    private static Font load() {
        try (var in = Lettering.class.getResourceAsStream("/fonts/DejaVuSans.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException("the bundled font cannot be read", broken);
        }
    }
}
