package org.quartermaster.platform.token;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.security.Sha256;

/** Verifies tokens (RFC 7519) against the issuer's keys and remembers those that it has verified. */
@ApplicationScoped
public final class TokenVerifier {
    private static final int REMEMBERED = 10_000;
    private static final int SKEW_SECONDS = 30;
    /** The tenant is a token of NATS subjects: no dot, blank or wildcard. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final PlatformConfig config;
    private final IssuerKeys keys;
    private final Revocations revocations;
    private final Map<String, Token> verified = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Token> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Inject
    TokenVerifier(PlatformConfig config, IssuerKeys keys, Revocations revocations) {
        this.config = config;
        this.keys = keys;
        this.revocations = revocations;
    }

    /** The token's content, or a failure that becomes 401. */
    Uni<Token> verify(String compact) {
        var key = Sha256.hex(compact);
        var known = verified.get(key);
        if (known != null && known.expiresAt() > System.currentTimeMillis() / 1000) {
            return Uni.createFrom().item(known).invoke(this::refuseRevoked);
        }
        return Uni.createFrom()
                .item(() -> check(compact))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(token -> verified.put(key, token))
                .invoke(this::refuseRevoked);
    }

    /** Whether the token was verified before; its end and its revocation are judged as always. */
    boolean knows(String compact) {
        return verified.containsKey(Sha256.hex(compact));
    }

    /** NB: asked at every request, so that a remembered token ends with its user's right to it. */
    private void refuseRevoked(Token token) {
        if (revocations.refuse(token)) {
            throw new AuthenticationFailedException("token revoked");
        }
    }

    private Token check(String compact) {
        try {
            var claims = consumer(keys.current()).processToClaims(compact);
            return new Token(
                    claims.getSubject(),
                    tenant(claims),
                    Roles.expand(claims.hasClaim("groups") ? claims.getStringListClaimValue("groups") : List.of()),
                    claims.getIssuedAt() == null
                            ? null
                            : Long.valueOf(claims.getIssuedAt().getValue()),
                    claims.getExpirationTime().getValue(),
                    claims.getStringClaimValue("sid"));
        } catch (InvalidJwtException | MalformedClaimException refused) {
            throw new AuthenticationFailedException("token refused");
        }
    }

    private static String tenant(JwtClaims claims) throws MalformedClaimException {
        var tenant = claims.getStringClaimValue("tenant");
        if (tenant == null || !TENANT.matcher(tenant).matches() || tenant.equals("public")) {
            throw new AuthenticationFailedException("no tenant");
        }
        return tenant;
    }

    private JwtConsumer consumer(List<JsonWebKey> current) {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setExpectedIssuer(config.issuer().name())
                .setExpectedAudience(config.issuer().audience())
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256", "ES256", "PS256")
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(current))
                .build();
    }

    /**
     * A verified token.
     *
     * @param issuedAt seconds since 1970; null where the token does not say
     * @param expiresAt seconds since 1970
     * @param session of the sign-in that it came from ({@code sid}); null where the token does not say
     */
    record Token(String subject, String tenant, Set<String> roles, Long issuedAt, long expiresAt, String session) {}
}
