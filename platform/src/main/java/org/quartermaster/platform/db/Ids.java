package org.quartermaster.platform.db;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids made by the server: UUID version 7 (RFC 9562, section 5.7), so that new rows stand together in an index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Ids() {}

    /** A new id. */
    public static UUID uuid() {
        var millis = System.currentTimeMillis();
        var high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        var low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Prefix, underscore and 32 lower-case hex digits, as in {@code eq_0199...}. */
    public static String next(String prefix) {
        return prefix + "_" + uuid().toString().replace("-", "");
    }

    /** A random word of the given length from digits and letters (5.95 bits each). */
    public static String random(int length) {
        var word = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            word.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
        }
        return word.toString();
    }
}
