package org.quartermaster.platform.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Sha256;

/**
 * One link of a chain over the rows of a log.
 *
 * @param seq from 1 on, without a gap
 * @param prevHash that of the link before; 32 zero bytes in the first one
 * @param hash SHA-256 of {@code prevHash} and the canonical JSON (RFC 8785) of the row
 * @param content the row as JSON, null where there is none; a change of any member breaks the chain
 */
public record ChainLink(long seq, byte[] prevHash, byte[] hash, String content) {
    private static final byte[] NOTHING = new byte[32];

    /** The link of seq 0, which a chain begins after. */
    public static ChainLink origin() {
        return new ChainLink(0, NOTHING, NOTHING, null);
    }

    /** The link that follows. */
    public ChainLink next(String row) {
        return new ChainLink(seq + 1, hash, hashOf(hash, row), row);
    }

    /** Whether this is the link after that one, and its row as it was when it was chained. */
    public boolean follows(ChainLink before) {
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
