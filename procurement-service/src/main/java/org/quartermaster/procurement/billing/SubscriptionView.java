package org.quartermaster.procurement.billing;

import java.time.Instant;
import java.util.UUID;

/** What an organization has bought, as it is at this moment. */
record SubscriptionView(
        UUID subscriptionId,
        String plan,
        String status,
        String interval,
        Instant currentPeriodStart,
        Instant currentPeriodEnd,
        Instant trialEndsAt,
        boolean cancelAtPeriodEnd,
        int failedPayments) {

    static SubscriptionView of(LiveRow row, Instant now) {
        if (row.isOver(now)) {
            return new SubscriptionView(row.id(), "free", "active", null, null, null, null, false, 0);
        }
        return new SubscriptionView(
                row.id(),
                row.tier(),
                row.status(),
                row.interval(),
                row.periodStart(),
                row.periodEnd(),
                row.isTrial() ? row.periodEnd() : null,
                row.cancelAtPeriodEnd(),
                row.failedPayments());
    }
}
