package org.quartermaster.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of tokens for tests: its own key, its own JWKS address. */
public final class TestIssuer {
    private static final String NAME = "https://quartermaster.local";
    private static final TestIssuer SHARED = start();

    private final RsaJsonWebKey key;
    private final HttpServer server;
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile boolean isAway;

    private TestIssuer(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    public static TestIssuer shared() {
        return SHARED;
    }

    private static TestIssuer start() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            var jwks = new JsonWebKeySet(key)
                    .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/jwks.json", exchange -> {
                exchange.sendResponseHeaders(200, jwks.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(jwks);
                }
            });
            server.start();
            var issuer = new TestIssuer(key, server);
            server.createContext("/api/v1/auth/token", issuer::exchange);
            return issuer;
        } catch (JoseException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String jwksUrl() {
        return url("/.well-known/jwks.json");
    }

    String tokenUrl() {
        return url("/api/v1/auth/token");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
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
        var claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setSubject(subject);
        claims.setClaim("tenant", tenant);
        claims.setStringListClaim("groups", List.of(roles));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        return sign(claims);
    }

    /** Signs any claims, so that tests can make bad tokens too. */
    public String sign(JwtClaims claims) {
        try {
            var token = new JsonWebSignature();
            token.setPayload(claims.toJson());
            token.setKey(key.getPrivateKey());
            token.setKeyIdHeaderValue(key.getKeyId());
            token.setAlgorithmHeaderValue("RS256");
            return token.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
