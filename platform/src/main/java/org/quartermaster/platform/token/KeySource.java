package org.quartermaster.platform.token;

import java.util.List;
import org.jose4j.jwk.JsonWebKey;

/** Public keys that a service has by itself, beside those that it fetches: the issuer needs no HTTP for its own tokens. */
public interface KeySource {
    /** The keys whose signatures are good at present. */
    List<JsonWebKey> keys();
}
