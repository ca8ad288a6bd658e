package org.quartermaster.procurement.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A key pair that signs tokens.
 *
 * @param publicKey as it is published, without the private half
 */
record SigningKey(JsonWebKey publicKey, PrivateKey privateKey) {
    private static final int BITS = 2048;

    /** A new pair (RSA, for RS256), named by its thumbprint (RFC 7638). */
    static SigningKey create() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var jwk = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setAlgorithm("RS256");
            jwk.setUse("sig");
            return new SigningKey(jwk, pair.getPrivate());
        } catch (GeneralSecurityException | JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public half from what {@link #publicText} gave. */
    static JsonWebKey parse(String publicText) {
        try {
            return JsonWebKey.Factory.newJwk(publicText);
        } catch (JoseException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The pair again from its halves as they are kept. */
    static SigningKey of(String publicText, byte[] privateBytes) {
        try {
            var privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(privateBytes));
            return new SigningKey(parse(publicText), privateKey);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String id() {
        return publicKey.getKeyId();
    }

    /** The public half as a JSON Web Key. */
    String publicText() {
        return publicKey.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
