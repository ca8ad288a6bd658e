package org.quartermaster.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The issuer of the benchmark's tokens: a key of its own, published as a JWKS. */
final class Issuer implements AutoCloseable {
    private static final String NAME = "https://quartermaster.local";

    private final RsaJsonWebKey key;
    private final HttpServer server;

    private Issuer(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static Issuer start() throws JoseException, IOException {
        var key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("benchmark");
        var keys = new JsonWebKeySet(key)
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                .getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/jwks.json", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            try (var out = exchange.getResponseBody()) {
                out.write(keys);
            }
        });
        server.start();
        return new Issuer(key, server);
    }

    String jwksUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json";
    }

    /** So many different tokens of managers of one tenant, good for two hours. */
    List<String> tokens(String tenant, int count) {
        return IntStream.range(0, count).mapToObj(n -> token(tenant, n)).toList();
    }

    private String token(String tenant, int n) {
        var claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setSubject("user-" + n);
        claims.setClaim("tenant", tenant);
        claims.setStringListClaim("groups", List.of("manager"));
        claims.setExpirationTimeMinutesInTheFuture(120);
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
