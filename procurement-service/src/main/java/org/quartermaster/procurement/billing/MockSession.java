package org.quartermaster.procurement.billing;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.billing.Provider.Order;
import org.quartermaster.procurement.secret.Hmac;

/**
 * A page of the mock, which carries all that it is about in its name, signed.
 *
 * @param nonce different for each
 * @param order its price is null for a portal
 */
record MockSession(String customer, Order order, String nonce, Instant until) {
    private static final String PREFIX = "cs_mock_";
    private static final Duration LIFE = Duration.ofHours(24);

    static MockSession of(String customer, Order order) {
        return new MockSession(customer, order, Ids.random(16), Instant.now().plus(LIFE));
    }

    /** When it was opened. */
    Instant begun() {
        return until.minus(LIFE);
    }

    String name(String secret) {
        var json = new JsonObject()
                .put("c", customer)
                .put("p", order.price())
                .put("m", order.minorUnits())
                .put("s", order.successUrl())
                .put("x", order.cancelUrl())
                .put("n", nonce)
                .put("u", until.getEpochSecond());
        var text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
        return PREFIX + text + "." + sign(text, secret);
    }

    /** Empty for a name that was not given here, or is too old. */
    static Optional<MockSession> read(String name, String secret, Instant now) {
        var parts = name.startsWith(PREFIX) ? name.substring(PREFIX.length()).split("\\.", 2) : new String[0];
        if (parts.length != 2 || !MessageDigest.isEqual(bytes(sign(parts[0], secret)), bytes(parts[1]))) {
            return Optional.empty();
        }
        try {
            var json = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
            var order = new Order(
                    json.getString("c"),
                    json.getString("p"),
                    json.getLong("m"),
                    json.getString("s"),
                    json.getString("x"));
            var session = new MockSession(
                    json.getString("c"), order, json.getString("n"), Instant.ofEpochSecond(json.getLong("u")));
            return session.until.isBefore(now) ? Optional.empty() : Optional.of(session);
        } catch (IllegalArgumentException | DecodeException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String text, String secret) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Hmac.of(bytes(secret), bytes("checkout " + text)));
    }
}
