package org.quartermaster.procurement.quota;

import java.time.Instant;
import org.quartermaster.procurement.plan.Limits;

/**
 * What a plan allows and what of it is used.
 *
 * @param resetsAt when the day ends
 */
public record UsageView(String plan, Limits limits, Used usage, Instant resetsAt) {

    /** What is used; questions are those of the user who asks, everything else is the organization's. */
    public record Used(
            int questionsToday,
            int questionsMonth,
            long alerts,
            long savedSearches,
            int exportsToday,
            long webhooks,
            long apiKeys,
            long members) {}
}
