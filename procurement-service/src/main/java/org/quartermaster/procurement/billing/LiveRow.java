package org.quartermaster.procurement.billing;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.quartermaster.platform.db.Columns;

/** The live row of an organization as it was written last, whether or not its time is over. */
record LiveRow(
        UUID id,
        UUID userId,
        String providerId,
        String customer,
        String tier,
        String status,
        String interval,
        Instant periodStart,
        Instant periodEnd,
        boolean cancelAtPeriodEnd,
        int failedPayments,
        long rv) {
    static final String SQL = """
            select * from procurement.subscriptions
            where tenant_id = $1 and status in ('trialing', 'active', 'past_due')
            """;

    static LiveRow of(Row row) {
        return new LiveRow(
                row.getUUID("subscription_id"),
                row.getUUID("user_id"),
                row.getString("stripe_subscription_id"),
                row.getString("stripe_customer_id"),
                row.getString("tier"),
                row.getString("status"),
                row.getString("billing_interval"),
                Columns.instant(row.getOffsetDateTime("current_period_start")),
                Columns.instant(row.getOffsetDateTime("current_period_end")),
                row.getBoolean("cancel_at_period_end"),
                row.getInteger("failed_payments"),
                row.getLong("rv"));
    }

    boolean isTrial() {
        return status.equals("trialing");
    }

    boolean isFree() {
        return tier.equals("free");
    }

    /** A period or trial is over at its instant; one that is owed goes on until it is given up. */
    boolean isOver(Instant now) {
        return !status.equals("past_due") && periodEnd != null && !periodEnd.isAfter(now);
    }

    /** Whether something is bought at this moment that the provider knows. */
    boolean isBought(Instant now) {
        return providerId != null && !isOver(now);
    }

    /** What the step from this row to the next is called; empty where nothing is to be told. */
    Optional<String> verb(LiveRow next) {
        if (next.isTrial() != isTrial()) {
            return Optional.of(next.isTrial() ? "trial_started" : next.isFree() ? "trial_ended" : "activated");
        }
        if (next.isFree() != isFree()) {
            return Optional.of(next.isFree() ? "cancelled" : "activated");
        }
        if (next.isFree()) {
            return Optional.empty();
        }
        if (next.status.equals("past_due") && !status.equals("past_due")) {
            return Optional.of("past_due");
        }
        return isSame(next) ? Optional.empty() : Optional.of("changed");
    }

    private boolean isSame(LiveRow next) {
        return tier.equals(next.tier)
                && status.equals(next.status)
                && cancelAtPeriodEnd == next.cancelAtPeriodEnd
                && failedPayments == next.failedPayments
                && Objects.equals(interval, next.interval)
                && Objects.equals(periodStart, next.periodStart)
                && Objects.equals(periodEnd, next.periodEnd);
    }
}
