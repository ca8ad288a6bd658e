package org.quartermaster.procurement.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hash by Argon2id (RFC 9106) with what it was made by, written as a PHC string.
 *
 * @param memory in KiB
 */
record Argon2(int memory, int iterations, int lanes, byte[] salt, byte[] hash) {
    private static final int MEMORY = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** The hash of a password by the present parameters and a salt of its own. */
    static Argon2 of(String password) {
        return of(password, MEMORY, ITERATIONS);
    }

    static Argon2 of(String password, int memory, int iterations) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new Argon2(memory, iterations, LANES, salt, new byte[HASH]).again(password);
    }

    /** What {@link #toString} gave. */
    static Argon2 parse(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        var decoder = Base64.getDecoder();
        return new Argon2(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                decoder.decode(parts.group(4)),
                decoder.decode(parts.group(5)));
    }

    /** Whether it is the hash of this password. */
    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, again(password).hash);
    }

    /** Whether it was made by weaker parameters than a new one would be. */
    boolean isOld() {
        return memory < MEMORY || iterations < ITERATIONS || hash.length < HASH;
    }

    private Argon2 again(String password) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var made = new byte[hash.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), made);
        return new Argon2(memory, iterations, lanes, salt, made);
    }

    @Override
    public String toString() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memory, iterations, lanes, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }
}
