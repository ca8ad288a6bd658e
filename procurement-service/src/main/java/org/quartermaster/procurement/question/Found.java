package org.quartermaster.procurement.question;

import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * A passage that a search found.
 *
 * @param similarity cosine to what was asked, or null where its vector is of another model
 */
record Found(String tenderId, UUID docId, Integer chunkIndex, String text, int start, int end, Double similarity) {
    private static final double DIGITS = 1e4;

    static Found of(Row row) {
        var similarity = row.getDouble("similarity");
        return new Found(
                row.getString("tender_id"),
                row.getUUID("doc_id"),
                row.getInteger("chunk_index"),
                row.getString("chunk_text"),
                row.getInteger("start_char"),
                row.getInteger("end_char"),
                similarity == null ? null : Math.round(similarity * DIGITS) / DIGITS);
    }
}
