package org.quartermaster.local;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of tokens for tests and benchmarks: a key of its own, published as a JWKS on a loopback port. */
public final class LocalIssuer implements AutoCloseable {
    private static final String NAME = "https://quartermaster.local";
    private static final String JWKS = "/.well-known/jwks.json";

    private final RsaJsonWebKey key;
    private final HttpServer server;

    private LocalIssuer(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    /** Makes the key and publishes it. */
    public static LocalIssuer start() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("local");
            var keys = new JsonWebKeySet(key)
                    .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(JWKS, exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(keys);
                }
            });
            server.start();
            return new LocalIssuer(key, server);
        } catch (JoseException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Answers a path of the issuer. */
    public void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    public String jwksUrl() {
        return url(JWKS);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** A token of a user of a tenant, good for so long from now on. */
    public String token(String subject, String tenant, Duration life, String... roles) {
        var claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience("quartermaster");
        claims.setSubject(subject);
        claims.setClaim("tenant", tenant);
        claims.setStringListClaim("groups", List.of(roles));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(life.toMinutes());
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

    @Override
    public void close() {
        server.stop(0);
    }
}
