package org.quartermaster.platform.token;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.token.TokenVerifier.Token;

/** Bearer tokens and API keys; in demo mode a request without either acts in the demo tenant. */
@ApplicationScoped
public final class TokenMechanism implements HttpAuthenticationMechanism {
    private static final String AUTHORIZATION = "Authorization";
    private static final int BEARER = "Bearer ".length();
    private static final String JUDGED = TokenMechanism.class.getName();
    private static final Token DEMO = new Token(
            "00000000-0000-4000-8000-000000000001",
            "tenant_demo",
            Roles.expand(List.of(Roles.ADMIN, Roles.DATA_ADMIN)),
            null,
            Long.MAX_VALUE,
            null);

    private final PlatformConfig config;
    private final TokenVerifier verifier;
    private final ApiKeys keys;

    @Inject
    TokenMechanism(PlatformConfig config, TokenVerifier verifier, ApiKeys keys) {
        this.config = config;
        this.verifier = verifier;
        this.keys = keys;
    }

    /** Refuses to start in demo mode where others than this machine could call. */
    void requireLoopback(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
            @ConfigProperty(name = "quarkus.http.host") String host)
            throws UnknownHostException {
        if (config.auth() == PlatformConfig.AuthMode.DEMO
                && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalStateException("QM_AUTH=demo is for loopback only, but the service listens on " + host);
        }
    }

    /** NB: judged once a request; rate limits ask before Quarkus does. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        Uni<SecurityIdentity> known = context.get(JUDGED);
        if (known == null) {
            known = judge(context).memoize().indefinitely();
            context.put(JUDGED, known);
        }
        return known;
    }

    private Uni<SecurityIdentity> judge(RoutingContext context) {
        var header = context.request().getHeader(AUTHORIZATION);
        var key = context.request().getHeader(ApiKeys.HEADER);
        if (header == null && key != null) {
            return keys.verify(key).map(TokenMechanism::identity);
        }
        if (header == null) {
            return config.auth() == PlatformConfig.AuthMode.DEMO
                    ? Uni.createFrom().item(identity(DEMO))
                    : Uni.createFrom().nullItem();
        }
        if (!header.regionMatches(true, 0, "Bearer ", 0, BEARER)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("not a bearer token"));
        }
        return verifier.verify(header.substring(BEARER).strip()).map(TokenMechanism::identity);
    }

    /** Whether the token or key of the request was good before, so that judging it costs nothing. */
    public boolean knows(RoutingContext context) {
        var header = context.request().getHeader(AUTHORIZATION);
        var key = context.request().getHeader(ApiKeys.HEADER);
        return header == null
                ? key != null && keys.knows(key)
                : header.length() > BEARER
                        && verifier.knows(header.substring(BEARER).strip());
    }

    /** Whether the request brings a token or a key, good or not. */
    public static boolean hasCredentials(RoutingContext context) {
        return context.request().headers().contains(AUTHORIZATION)
                || context.request().headers().contains(ApiKeys.HEADER);
    }

    /** Whether the request is judged by an API key. */
    public static boolean isByKey(RoutingContext context) {
        return !context.request().headers().contains(AUTHORIZATION)
                && context.request().headers().contains(ApiKeys.HEADER);
    }

    private static SecurityIdentity identity(Token token) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(token.subject()))
                .addAttribute(Caller.TENANT, token.tenant())
                .addRoles(token.roles());
        if (token.session() != null) {
            identity.addAttribute(Caller.SESSION, token.session());
        }
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
