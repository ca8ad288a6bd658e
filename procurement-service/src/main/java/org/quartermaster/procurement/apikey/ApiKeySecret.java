package org.quartermaster.procurement.apikey;

import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.token.SecretToken;

/**
 * A new API key.
 *
 * @param prefix its first characters, by which its owner knows it again
 * @param text the whole of it, of which only the hash is kept
 */
record ApiKeySecret(String prefix, String text) {
    private static final String KIND = "qmk_live_";
    private static final int SHOWN = 8;

    static ApiKeySecret create() {
        var prefix = KIND + Ids.random(SHOWN);
        return new ApiKeySecret(prefix, prefix + "_" + SecretToken.create());
    }

    String hash() {
        return Sha256.hex(text);
    }

    /** NB: a record shows all its members, and this one must not stand in a log. */
    @Override
    public String toString() {
        return prefix;
    }
}
