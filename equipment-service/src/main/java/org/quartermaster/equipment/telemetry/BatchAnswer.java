package org.quartermaster.equipment.telemetry;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.ProblemBody;

/**
 * What became of a batch.
 *
 * @param accepted samples that were taken; those with warnings among them
 * @param results what is not plainly accepted, or all where asked for; at most 1000
 */
@Schema(name = "TelemetryBatchAnswer")
record BatchAnswer(
        String batchId,
        int received,
        int accepted,
        int duplicates,
        int rejected,
        int warned,
        List<Result> results,
        boolean resultsTruncated) {

    /** What became of one sample; {@code index} counts from 0 over the batch. */
    @Schema(name = "TelemetrySampleResult")
    record Result(
            int index,
            String equipmentId,
            Instant recordedAt,
            String sampleId,
            Outcome.Kind outcome,
            List<ProblemBody.Entry> errors,
            List<ProblemBody.Entry> warnings) {}
}
