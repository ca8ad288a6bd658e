package org.quartermaster.equipment.label;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A QR code (ISO/IEC 18004) as squares of side 1, without its quiet zone. */
final class QrCode {
    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    static QrCode of(String text, Ecc ecc) {
        try {
            return new QrCode(Encoder.encode(text, ecc.level).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalStateException("the public address is too long for a QR code", tooLong);
        }
    }

    /** Modules of one side. */
    int size() {
        return modules.getWidth();
    }

    boolean isDark(int x, int y) {
        return modules.get(x, y) == 1;
    }

    /** The dark modules, each run of a row as one rectangle. */
    Path2D path() {
        var path = new Path2D.Double();
        for (var y = 0; y < size(); y++) {
            for (var x = 0; x < size(); x++) {
                var start = x;
                while (x < size() && isDark(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append(new Rectangle2D.Double(start, y, x - start, 1), false);
                }
            }
        }
        return path;
    }
}
