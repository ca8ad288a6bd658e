package org.quartermaster.equipment.photo;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held: the Orientation tag of Exif 2.32, section 4.6.4, in the APP1 segment of a JPEG file.
 *
 * @param tag 1 to 8; 1 is upright
 */
record Orientation(int tag) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    /** Upright where the file does not say, or says nonsense. */
    static Orientation ofJpeg(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    private static Orientation find(ByteBuffer file) {
        file.position(2);
        while (file.remaining() > 4 && Byte.toUnsignedInt(file.get()) == 0xFF) {
            var marker = Byte.toUnsignedInt(file.get());
            var length = Short.toUnsignedInt(file.getShort()) - 2;
            var segment = file.slice(file.position(), length);
            if (marker == APP1 && startsWithExif(segment)) {
                return ofTiff(segment.slice());
            }
            if (marker == START_OF_SCAN) {
                break;
            }
            file.position(file.position() + length);
        }
        return UPRIGHT;
    }

    private static boolean startsWithExif(ByteBuffer segment) {
        if (segment.remaining() < EXIF.length) {
            return false;
        }
        var start = new byte[EXIF.length];
        segment.get(start);
        return Arrays.equals(start, EXIF);
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                var tag = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    boolean isUpright() {
        return tag == 1;
    }

    /** True when width and height change places. */
    boolean isSideways() {
        return tag >= 5;
    }

    /** Takes a point of a picture as stored, of the given size, to where it belongs. */
    AffineTransform upright(int width, int height) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
