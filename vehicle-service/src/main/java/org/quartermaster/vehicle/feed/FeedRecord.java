package org.quartermaster.vehicle.feed;

import java.util.List;

/**
 * One record of a file, judged.
 *
 * @param rowNo number of the record; the header is 1
 * @param lineNo number of the physical line on which it begins
 * @param byteOffset where it begins in the unpacked file
 * @param byteLength with its line end
 * @param lot what was understood; null when quarantined
 * @param cells its values in the order of the header, without white space around them; null where it could not be split
 * @param rawText the record as it came, at most 64 KiB of UTF-8; null unless quarantined
 */
public record FeedRecord(
        int rowNo,
        int lineNo,
        long byteOffset,
        int byteLength,
        RowVerdict verdict,
        List<Finding> findings,
        LotValues lot,
        List<String> cells,
        String rawText) {}
