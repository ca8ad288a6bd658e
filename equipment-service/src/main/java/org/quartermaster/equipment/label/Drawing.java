package org.quartermaster.equipment.label;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes QR codes and labels in the formats of screens. */
final class Drawing {
    /** Pixels of a tenth of a millimetre at 300 dots an inch. */
    private static final double DOTS = 300 / 254.0;

    private Drawing() {}

    /**
     * A QR code as a square PNG.
     *
     * @param pixels of one side, at least one for each module and the margin
     * @param margin modules of the quiet zone; what the pixels leave over is added to it
     */
    static byte[] qrPng(QrCode code, int pixels, int margin) {
        var scale = pixels / (code.size() + 2 * margin);
        var edge = (pixels - scale * code.size()) / 2;
        var place = new AffineTransform(scale, 0, 0, scale, edge, edge);
        return png(pixels, pixels, place.createTransformedShape(code.path()), BufferedImage.TYPE_BYTE_BINARY);
    }

    static byte[] qrSvg(QrCode code, int margin) {
        var side = code.size() + 2 * margin;
        var place = AffineTransform.getTranslateInstance(margin, margin);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path d="%2$s"/></svg>
                """.formatted(side, SvgPath.of(place.createTransformedShape(code.path())))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] labelPng(Shape ink) {
        var scaled = AffineTransform.getScaleInstance(DOTS, DOTS).createTransformedShape(ink);
        return png(
                (int) Math.round(Label.WIDTH * DOTS),
                (int) Math.round(Label.HEIGHT * DOTS),
                scaled,
                BufferedImage.TYPE_BYTE_GRAY);
    }

    static byte[] labelSvg(Shape ink) {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1fmm\" height=\"%.1fmm\""
                                + " viewBox=\"0 0 %d %d\"><path d=\"%s\"/></svg>\n",
                        Label.WIDTH / 10.0,
                        Label.HEIGHT / 10.0,
                        Label.WIDTH,
                        Label.HEIGHT,
                        SvgPath.of(ink))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(int width, int height, Shape ink, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        }
        graphics.setColor(Color.BLACK);
        graphics.fill(ink);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "PNG", stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
