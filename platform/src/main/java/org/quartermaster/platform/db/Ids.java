package org.quartermaster.platform.db;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids made by the server: UUID version 7 (RFC 9562, section 5.7), so that new rows stand together in an index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Ids() {}

    /** A new id. */
    public static UUID uuid() {
        var millis = System.currentTimeMillis();
        var high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        var low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The UUID of a text in its usual form, in either case; empty for any other text. */
    public static Optional<UUID> parse(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The number of a row that the database numbers, in digits alone; empty for any other text. */
    public static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
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
