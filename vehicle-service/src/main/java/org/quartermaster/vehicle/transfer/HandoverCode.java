package org.quartermaster.vehicle.transfer;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.Locale;
import org.quartermaster.platform.security.Sha256;

/** A code by which another tenant finds a request: 26 characters of base32 (RFC 4648), 130 bits. Only its hash is kept. */
record HandoverCode(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;

    static HandoverCode random() {
        var text = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new HandoverCode(text.toString());
    }

    /** As people write it: in either case, with blanks and hyphens. */
    static HandoverCode given(String text) {
        return new HandoverCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    Buffer hash() {
        return Buffer.buffer(Sha256.of(text));
    }
}
