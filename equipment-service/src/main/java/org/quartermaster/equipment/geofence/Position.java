package org.quartermaster.equipment.geofence;

import java.time.Instant;
import org.quartermaster.equipment.reading.Sample;

/**
 * Where a machine was at a device time.
 *
 * @param accuracyM 0 where it is not known
 */
record Position(Instant at, String sampleId, double lat, double lon, double accuracyM) {
    private static final float TOO_VAGUE_M = 100;

    /** False for a sample without a position, or with one that says too little. */
    static boolean isIn(Sample sample) {
        return sample.lat() != null && (sample.accuracyM() == null || sample.accuracyM() <= TOO_VAGUE_M);
    }

    static Position of(Sample sample) {
        return new Position(
                sample.recordedAt(),
                sample.sampleId(),
                sample.lat().doubleValue(),
                sample.lon().doubleValue(),
                sample.accuracyM() == null ? 0 : sample.accuracyM());
    }
}
