package org.quartermaster.procurement.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.security.Sha256;

/** Enciphers secrets that are kept (AES-256-GCM, NIST SP 800-38D) under {@code QM_KEY_ENCRYPTION_KEY}. */
@ApplicationScoped
public final class SecretCipher {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** @throws IllegalStateException without a key of 32 bytes outside demo mode */
    @Inject
    SecretCipher(SecretConfig config, PlatformConfig platform) {
        var given = config.encryptionKey().filter(text -> !text.isBlank());
        if (given.isEmpty() && platform.auth() != PlatformConfig.AuthMode.DEMO) {
            throw new IllegalStateException("QM_KEY_ENCRYPTION_KEY is not set: 32 random bytes in base64");
        }
        key = new SecretKeySpec(given.map(SecretCipher::bytes).orElseGet(() -> Sha256.of("quartermaster demo")), "AES");
    }

    private static byte[] bytes(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException broken) {
            throw new IllegalStateException("QM_KEY_ENCRYPTION_KEY is not base64", broken);
        }
        if (bytes.length != KEY) {
            throw new IllegalStateException("QM_KEY_ENCRYPTION_KEY holds " + bytes.length + " bytes, not 32");
        }
        return bytes;
    }

    /**
     * Nonce, cipher text and tag.
     *
     * @param name of what is kept: {@link #open} wants the same, so that no secret takes another's place
     */
    public byte[] seal(byte[] secret, String name) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What was sealed under this name.
     *
     * @throws IllegalStateException when it was sealed under another key or name, or changed since
     */
    public byte[] open(byte[] sealed, String name) {
        try {
            var nonce = ByteBuffer.wrap(sealed, 0, NONCE).slice();
            var bytes = new byte[NONCE];
            nonce.get(bytes);
            return cipher(Cipher.DECRYPT_MODE, bytes, name).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("QM_KEY_ENCRYPTION_KEY is not the one that sealed " + name, wrong);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
