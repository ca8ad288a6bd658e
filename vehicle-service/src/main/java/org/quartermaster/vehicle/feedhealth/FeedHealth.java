package org.quartermaster.vehicle.feedhealth;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a feed is, by the newest snapshot of its source that was loaded; most of it null where none was.
 *
 * @param ageSeconds since the snapshot
 * @param rows records read
 * @param unchangedShare records that said nothing new
 * @param quarantinedShare records that could not be used
 * @param unaccountedRows records of which the counts do not tell what became of them; 0 unless something is wrong
 * @param rejects records that could not be used, by code
 * @param openQuarantine records of all files of the source that wait for a decision
 * @param openUnknownValues values of the source that nobody has mapped yet
 * @param headerDrift whether its columns are others than known
 */
@Schema(name = "FeedHealth")
record FeedHealth(
        String source,
        UUID importId,
        Instant snapshotAt,
        Instant loadedAt,
        Long ageSeconds,
        Long rows,
        Long rowsPerSecond,
        BigDecimal unchangedShare,
        BigDecimal quarantinedShare,
        Long unaccountedRows,
        Map<String, Long> rejects,
        FeedGate gate,
        long openQuarantine,
        long openUnknownValues,
        Boolean headerDrift) {

    /** Whether the lots that the file did not name are gone. */
    @Schema(name = "FeedGate")
    record FeedGate(String state, String reason, Long baselineRows, Long rows) {
        boolean isClosed() {
            return state.equals("closed");
        }
    }
}
