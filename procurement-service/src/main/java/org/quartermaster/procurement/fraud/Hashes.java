package org.quartermaster.procurement.fraud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.quartermaster.procurement.secret.Hmac;

/** Names people and devices without keeping what they are: HMAC-SHA256 under a key of the service. */
@ApplicationScoped
class Hashes {
    private final byte[] key;

    @Inject
    Hashes(FraudConfig config) {
        key = ("fraud " + config.key()).getBytes(StandardCharsets.UTF_8);
    }

    /** 64 hex digits; null stays null. */
    String of(String kind, String value) {
        return value == null ? null : HexFormat.of().formatHex(bytes(kind, value));
    }

    byte[] bytes(String kind, String value) {
        return Hmac.of(key, (kind + " " + value).getBytes(StandardCharsets.UTF_8));
    }

    /** NB: half of each is enough for an index, which tells of likeness only. */
    String[] keys(List<String> keys) {
        return keys.stream().map(each -> of("like", each).substring(0, 32)).toArray(String[]::new);
    }
}
