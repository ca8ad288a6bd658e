package org.quartermaster.procurement.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an alert would have done in the past.
 *
 * @param evaluated tenders that changed
 * @param notices that would have been sent
 * @param byClass notices by class of change; one of several classes counts in each
 * @param turnedAwayBy tenders that one criterion alone turned away, by its name
 */
@Schema(name = "DryRun")
record DryRunView(
        int evaluated,
        int hit,
        int miss,
        int unknown,
        int notices,
        Map<String, Integer> byClass,
        List<Day> perDay,
        Map<String, Integer> turnedAwayBy,
        Samples samples) {

    /** The notices of a day, in UTC. */
    @Schema(name = "DryRunDay")
    record Day(LocalDate day, int notices) {}

    /** Some tenders of each verdict, explained. */
    @Schema(name = "DryRunSamples")
    record Samples(List<ExplainedTender> hit, List<ExplainedTender> miss, List<ExplainedTender> unknown) {}
}
