package org.quartermaster.procurement.billing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a subscription is after all that was told of it, in the order in which the provider made it; so the order in
 * which it came makes no difference.
 *
 * @param at when the provider made the newest of what was told of the subscription itself
 */
record BillingState(
        String tier,
        String status,
        String interval,
        Instant periodStart,
        Instant periodEnd,
        boolean cancelAtPeriodEnd,
        Instant cancelledAt,
        int failedPayments,
        Instant at) {
    private static final String ACTIVE = "active";
    private static final String PAST_DUE = "past_due";
    private static final String CANCELLED = "cancelled";
    private static final String UNPAID = "unpaid";

    /**
     * One event that counts.
     *
     * @param tier the plan of its price; null for one that names none
     * @param arrival the later, the greater, among those of one time of the provider
     */
    record Told(String type, Instant created, long arrival, String tier, Facts facts) {
        /** Whether it says what the subscription is, not whether it is paid. */
        boolean isState() {
            return type.startsWith("customer.") && !type.equals(ProviderEvent.TRIAL_WILL_END);
        }

        /** Within one second a creation comes first and an end last. */
        private int rank() {
            return switch (type) {
                case ProviderEvent.CREATED -> 0;
                case ProviderEvent.DELETED -> 2;
                default -> 1;
            };
        }
    }

    static final Comparator<Told> ORDER =
            Comparator.comparing(Told::created).thenComparingInt(Told::rank).thenComparingLong(Told::arrival);

    /** @param attempts failed payments after which the plan is lost */
    static BillingState of(List<Told> told, int attempts) {
        var state = new BillingState(null, "incomplete", null, null, null, false, null, 0, null);
        for (var event : told.stream().sorted(ORDER).toList()) {
            state = state.after(event, attempts);
        }
        return state;
    }

    private BillingState after(Told event, int attempts) {
        return switch (event.type()) {
            case ProviderEvent.CREATED, ProviderEvent.UPDATED -> told(event, attempts);
            case ProviderEvent.DELETED -> deleted(event);
            case ProviderEvent.PAID -> with(isOwing() ? ACTIVE : status, 0);
            case ProviderEvent.PAYMENT_FAILED -> failed(attempts);
            default -> this;
        };
    }

    /** NB: a provider says past_due after each failure, also after the one that took the plan. */
    private BillingState told(Told event, int attempts) {
        var facts = event.facts();
        var word = word(facts.status());
        var now = word.equals(PAST_DUE) && failedPayments >= attempts ? UNPAID : word;
        var isSettled = now.equals(ACTIVE) || now.equals("trialing");
        return new BillingState(
                event.tier(),
                now,
                facts.interval(),
                facts.periodStart(),
                facts.periodEnd(),
                facts.cancelAtPeriodEnd(),
                now.equals(CANCELLED) ? orCreated(event) : null,
                isSettled ? 0 : failedPayments,
                event.created());
    }

    private BillingState deleted(Told event) {
        return new BillingState(
                tier,
                CANCELLED,
                interval,
                periodStart,
                periodEnd,
                false,
                orCreated(event),
                failedPayments,
                event.created());
    }

    private static Instant orCreated(Told event) {
        return event.facts().cancelledAt() == null
                ? event.created()
                : event.facts().cancelledAt();
    }

    private BillingState failed(int attempts) {
        var failures = failedPayments + 1;
        if (!isLive()) {
            return with(status, failures);
        }
        return with(failures >= attempts ? UNPAID : PAST_DUE, failures);
    }

    private BillingState with(String other, int failures) {
        return new BillingState(
                tier, other, interval, periodStart, periodEnd, cancelAtPeriodEnd, cancelledAt, failures, at);
    }

    private boolean isOwing() {
        return status.equals(PAST_DUE) || status.equals(UNPAID);
    }

    private boolean isLive() {
        return status.equals(ACTIVE) || status.equals("trialing") || status.equals(PAST_DUE);
    }

    /** Whether it grants its plan at this moment. */
    boolean grants(Instant now) {
        var hasEnded = !status.equals(PAST_DUE) && periodEnd != null && !periodEnd.isAfter(now);
        return tier != null && isLive() && !hasEnded;
    }

    /** What is kept of it; a live one whose time is over is no longer live. */
    String status(Instant now) {
        return isLive() && !grants(now) ? CANCELLED : status;
    }

    /** What the provider's words are here; those that grant nothing and are not final are {@code unpaid}. */
    private static String word(String provider) {
        return switch (provider == null ? "" : provider) {
            case ACTIVE, "trialing", PAST_DUE, "incomplete" -> provider;
            case "canceled", "incomplete_expired" -> CANCELLED;
            default -> UNPAID;
        };
    }
}
