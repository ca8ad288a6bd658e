package org.quartermaster.procurement.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.procurement.config.SystemConfig;

/** Makes access tokens (RFC 7519, RS256), which every service verifies by the published keys. */
@ApplicationScoped
public class AccessTokens {
    private final SigningKeys keys;
    private final PlatformConfig platform;
    private final SystemConfig settings;

    @Inject
    AccessTokens(SigningKeys keys, PlatformConfig platform, SystemConfig settings) {
        this.keys = keys;
        this.platform = platform;
        this.settings = settings;
    }

    /**
     * Whom a token stands for.
     *
     * @param roles as the membership names them; verifiers add those that they include
     * @param session the sign-in that it comes from, or null, as for the token of an API key
     */
    public record Holder(UUID userId, String tenant, List<String> roles, UUID session) {}

    /** How long a token of a session is good for. */
    public Duration life() {
        return Duration.ofMinutes(settings.integer("auth.access_minutes"));
    }

    /** A token that is good for so long from now. A signature takes about a millisecond: not for an event loop. */
    public String sign(Holder holder, Duration life) {
        var claims = new JwtClaims();
        claims.setIssuer(platform.issuer().name());
        claims.setAudience(platform.issuer().audience());
        claims.setSubject(holder.userId().toString());
        claims.setClaim("tenant", holder.tenant());
        claims.setStringListClaim("groups", holder.roles());
        if (holder.session() != null) {
            claims.setClaim("sid", holder.session().toString());
        }
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        var end = NumericDate.now();
        end.addSeconds(life.toSeconds());
        claims.setExpirationTime(end);
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        var key = keys.active();
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.privateKey());
        token.setKeyIdHeaderValue(key.id());
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
