package org.quartermaster.equipment.label;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** How much of a QR code may be lost (ISO/IEC 18004, section 7.5.1): about 7, 15, 25 or 30 percent. */
enum Ecc {
    L(ErrorCorrectionLevel.L),
    M(ErrorCorrectionLevel.M),
    Q(ErrorCorrectionLevel.Q),
    H(ErrorCorrectionLevel.H);

    final ErrorCorrectionLevel level;

    Ecc(ErrorCorrectionLevel level) {
        this.level = level;
    }
}
