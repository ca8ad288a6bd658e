package org.quartermaster.procurement.token;

import java.security.SecureRandom;
import java.util.Base64;

/** Opaque tokens of 256 random bits, of which only the hash is kept. */
public final class SecretToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SecretToken() {}

    /** 43 base64url characters. */
    public static String create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
