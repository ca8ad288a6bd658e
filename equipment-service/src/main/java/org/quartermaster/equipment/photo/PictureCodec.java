package org.quartermaster.equipment.photo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Sha256;

/** Reads JPEG and PNG files that strangers sent, and writes them anew without what cameras add. */
final class PictureCodec {
    private static final long MAX_PIXELS = 40_000_000;
    private static final int THUMB_SIDE = 320;
    private static final float QUALITY = 0.9f;
    private static final float THUMB_QUALITY = 0.8f;

    private PictureCodec() {}

    /** The picture in a file; 415 where it holds none that we know, 422 where it has too many pixels. */
    static Picture recode(byte[] file) {
        var format = PictureFormat.of(file);
        try {
            var image = decode(file, format);
            var opaque = format == PictureFormat.JPEG;
            var original = opaque ? jpeg(image, QUALITY) : png(image);
            return new Picture(
                    format.contentType,
                    image.getWidth(),
                    image.getHeight(),
                    original,
                    jpeg(thumb(image), THUMB_QUALITY),
                    Sha256.hex(original));
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Problem known ? known : Problem.of(ProblemType.UNSUPPORTED_TYPE);
        }
    }

    /** NB: size and depth are read from the header first, because a file of 100 bytes can claim gigabytes of pixels. */
    private static BufferedImage decode(byte[] file, PictureFormat format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            requireSize(reader, format.weight(file));
            var image = reader.read(0);
            var orientation = format == PictureFormat.JPEG ? Orientation.ofJpeg(file) : new Orientation(1);
            return orientation.isUpright() ? image : turn(image, orientation);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSize(ImageReader reader, int weight) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels * weight > MAX_PIXELS) {
            throw Problem.invalid("photo", "too_many_pixels", MAX_PIXELS / weight / 1_000_000);
        }
    }

    private static BufferedImage turn(BufferedImage image, Orientation orientation) {
        var sideways = orientation.isSideways();
        var turned = new BufferedImage(
                sideways ? image.getHeight() : image.getWidth(),
                sideways ? image.getWidth() : image.getHeight(),
                image.getType());
        var transform = orientation.upright(image.getWidth(), image.getHeight());
        return new AffineTransformOp(transform, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, turned);
    }

    /** Halved until one last step remains, because a single step would leave pixels out. */
    private static BufferedImage thumb(BufferedImage image) {
        var scale = Math.min(1.0, (double) THUMB_SIDE / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var smaller = image;
        while (smaller.getWidth() > 2 * width && smaller.getHeight() > 2 * height) {
            smaller = scaled(smaller, smaller.getWidth() / 2, smaller.getHeight() / 2);
        }
        return scaled(smaller, width, height);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("JPEG").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "PNG", stream);
        }
        return out.toByteArray();
    }
}
