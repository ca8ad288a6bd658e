package org.quartermaster.vehicle.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What came in with a file.
 *
 * @param rowCount records read; null of a file that was not read to its end
 * @param windowStartUtc time of its snapshot
 * @param rowsStored records that are kept one by one; those that only repeat what is known are not
 */
record IngestCount(
        UUID fileId,
        String path,
        Long rowCount,
        Instant fileIngestedAt,
        Long lastRowId,
        Instant windowStartUtc,
        long rowsStored) {}
