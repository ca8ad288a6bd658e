package org.quartermaster.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwt.JwtClaims;
import org.quartermaster.local.LocalIssuer;

/** The issuer of the tests' tokens, which exchanges API keys too. */
public final class TestIssuer {
    private static final String EXCHANGE = "/api/v1/auth/token";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final TestIssuer SHARED = new TestIssuer();

    private final LocalIssuer issuer = LocalIssuer.start();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile boolean isAway;

    private TestIssuer() {
        issuer.serve(EXCHANGE, this::exchange);
    }

    public static TestIssuer shared() {
        return SHARED;
    }

    String jwksUrl() {
        return issuer.jwksUrl();
    }

    String tokenUrl() {
        return issuer.url(EXCHANGE);
    }

    private void exchange(HttpExchange exchange) throws IOException {
        var given = keys.get(String.valueOf(exchange.getRequestHeaders().getFirst("X-API-Key")));
        exchanges.incrementAndGet();
        if (given == null || isAway) {
            exchange.sendResponseHeaders(isAway ? 503 : 401, -1);
            exchange.close();
            return;
        }
        var body =
                "{\"access_token\":\"%s\",\"expires_in\":300}".formatted(given).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** A new API key, which is exchanged for a token of the tenant with these roles. */
    public String apiKey(String tenant, String... roles) {
        var secret = "qmk_live_" + UUID.randomUUID();
        keys.put(secret, token(tenant, roles));
        return secret;
    }

    /** Whether the issuer answers exchanges with 503. */
    public void setAway(boolean away) {
        isAway = away;
    }

    /** How many exchanges were asked for so far. */
    public int exchanges() {
        return exchanges.get();
    }

    /** A token of a user of the tenant, good for ten minutes. */
    public String token(String tenant, String... roles) {
        return tokenOf("user-of-" + tenant, tenant, roles);
    }

    /** A token of one of several users of a tenant, good for ten minutes. */
    public String tokenOf(String subject, String tenant, String... roles) {
        return issuer.token(subject, tenant, LIFE, roles);
    }

    /** Signs any claims, so that tests can make bad tokens too. */
    public String sign(JwtClaims claims) {
        return issuer.sign(claims);
    }
}
