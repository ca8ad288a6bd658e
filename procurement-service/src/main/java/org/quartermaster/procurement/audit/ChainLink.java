package org.quartermaster.procurement.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.ocds.CanonicalJson;

/**
 * One link of an audit chain.
 *
 * @param content the row as JSON, null where there is none; a change of any member breaks the chain
 */
record ChainLink(long seq, byte[] prevHash, byte[] hash, String content) {
    private static final byte[] NOTHING = new byte[32];

    /** The link of seq 0, which a chain begins after. */
    static ChainLink origin() {
        return new ChainLink(0, NOTHING, NOTHING, null);
    }

    /** The link that follows. */
    ChainLink next(String row) {
        return new ChainLink(seq + 1, hash, hashOf(hash, row), row);
    }

    /** Whether this is the link after that one, and its row as it was when it was chained. */
    boolean follows(ChainLink before) {
        return seq == before.seq + 1
                && content != null
                && MessageDigest.isEqual(prevHash, before.hash)
                && MessageDigest.isEqual(hash, hashOf(prevHash, content));
    }

    /** SHA-256 of the former hash and the canonical JSON (RFC 8785) of the row. */
    private static byte[] hashOf(byte[] previous, String row) {
        var digest = Sha256.digest();
        digest.update(previous);
        return digest.digest(CanonicalJson.of(Json.stored(row)).getBytes(StandardCharsets.UTF_8));
    }
}
