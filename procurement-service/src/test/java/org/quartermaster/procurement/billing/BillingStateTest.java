package org.quartermaster.procurement.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.billing.BillingState.Told;

/** What a subscription is after all that was told of it. */
final class BillingStateTest {
    private static final int ATTEMPTS = 4;
    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);

    private static Told told(String type, int second, String status, String tier) {
        var facts = new Facts("sub", "cus", status, "price", "month", null, null, false, null, null, null, null);
        return new Told(type, START.plusSeconds(second), second, tier, facts);
    }

    private static Told active(int second) {
        return told(ProviderEvent.UPDATED, second, "active", "professional");
    }

    private static Told failed(int second) {
        return told(ProviderEvent.PAYMENT_FAILED, second, null, null);
    }

    private static Told paid(int second) {
        return told(ProviderEvent.PAID, second, null, null);
    }

    private static Told deleted(int second) {
        return told(ProviderEvent.DELETED, second, "canceled", null);
    }

    private static BillingState after(Told... told) {
        return BillingState.of(List.of(told), ATTEMPTS);
    }

    @Test
    void aFailedPaymentKeepsThePlanAndTheFourthTakesIt() {
        assertThat(after(active(0), failed(1), failed(2), failed(3)).grants(START))
                .isTrue();
        assertThat(after(active(0), failed(1), failed(2), failed(3)).status()).isEqualTo("past_due");
        assertThat(after(active(0), failed(1), failed(2), failed(3), failed(4)).grants(START))
                .isFalse();
    }

    @Test
    void thatItIsPastDueDoesNotGiveBackThePlanThatTheFourthFailureTook() {
        var owing = told(ProviderEvent.UPDATED, 5, "past_due", "professional");

        assertThat(after(active(0), failed(1), failed(2), failed(3), failed(4), owing)
                        .grants(START))
                .isFalse();
        assertThat(after(active(0), failed(1), failed(2), failed(3), owing).grants(START))
                .isTrue();
        assertThat(after(active(0), failed(1), failed(2), failed(3), failed(4), owing, paid(6))
                        .grants(START))
                .isTrue();
    }

    @Test
    void aPaymentMakesEverythingGood() {
        var state = after(active(0), failed(1), failed(2), paid(3));

        assertThat(state.status()).isEqualTo("active");
        assertThat(state.failedPayments()).isZero();
    }

    @Test
    void whatIsDeletedCancelledOrUnpaidGrantsNothing() {
        assertThat(after(active(0), deleted(1)).grants(START)).isFalse();
        assertThat(after(told(ProviderEvent.UPDATED, 0, "unpaid", "starter")).grants(START))
                .isFalse();
        assertThat(after(told(ProviderEvent.UPDATED, 0, "canceled", "starter")).grants(START))
                .isFalse();
        assertThat(after(told(ProviderEvent.UPDATED, 0, "paused", "starter")).grants(START))
                .isFalse();
        assertThat(after(told(ProviderEvent.UPDATED, 0, "trialing", "starter")).grants(START))
                .isTrue();
    }

    @Test
    void theOrderInWhichItCameMakesNoDifference() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var events = new ArrayList<Told>();
            for (var i = 0; i < 1 + random.nextInt(10); i++) {
                events.add(
                        switch (random.nextInt(5)) {
                            case 0, 1 -> active(i);
                            case 2 -> paid(i);
                            case 3 -> deleted(i);
                            default -> failed(i);
                        });
            }
            var expected = BillingState.of(events, ATTEMPTS);
            Collections.shuffle(events, random);
            assertThat(BillingState.of(events, ATTEMPTS)).as("seed %d", seed).isEqualTo(expected);
        }
    }
}
