package org.quartermaster.equipment.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Picture files made for tests. */
public final class TestPicture {
    private TestPicture() {}

    /** Red on the left, blue on the right. */
    public static byte[] jpeg(int width, int height) throws IOException {
        return encode(width, height, "JPEG");
    }

    public static byte[] png(int width, int height) throws IOException {
        return encode(width, height, "PNG");
    }

    private static byte[] encode(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A JPEG whose Exif says how the camera was held, and names its owner. */
    static byte[] jpegWithExif(int width, int height, int orientation) throws IOException {
        var plain = jpeg(width, height);
        var exif = ByteBuffer.allocate(64);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put("OwnerOfThisCamera".getBytes(StandardCharsets.US_ASCII));
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.write(plain, 0, 2);
        data.writeShort(0xFFE1);
        data.writeShort(exif.capacity() + 2);
        data.write(exif.array());
        data.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** A small PNG file that claims to be of the given size. */
    static byte[] pngThatClaims(int width, int height) throws IOException {
        var file = png(4, 4);
        var header = ByteBuffer.wrap(file);
        header.putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(file, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return file;
    }

    static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }
}
