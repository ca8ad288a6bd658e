package org.quartermaster.vehicle.load;

import java.util.Map;

/**
 * What a load did. Read = ok + repaired + flagged + quarantined; the first three together = inserted + updated + touched
 * + unchanged + stale + conflicts + duplicates in the file.
 *
 * @param touched newer, but the content is the same: only the source time moved
 * @param suppressed records of removed vehicles, which stay removed
 * @param byCode how many records have each code
 */
public record Counts(
        long read,
        long ok,
        long repaired,
        long flagged,
        long quarantined,
        long inserted,
        long updated,
        long touched,
        long unchanged,
        long stale,
        long conflicts,
        long duplicatesInFile,
        long vehiclesInserted,
        long vehiclesUpdated,
        long relisted,
        long disappeared,
        long reappeared,
        long suppressed,
        long outcomes,
        Map<String, Long> byCode) {

    /** The records that can be used. */
    public long accepted() {
        return read - quarantined;
    }

    /** True when a lot was written for another reason than its source time. */
    boolean isMaterial() {
        return inserted + updated + disappeared + reappeared + outcomes > 0;
    }
}
