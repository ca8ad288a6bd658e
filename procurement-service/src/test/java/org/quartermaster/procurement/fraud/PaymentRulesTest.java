package org.quartermaster.procurement.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.procurement.fraud.PaymentRules.Payer;

class PaymentRulesTest {
    private static final Payer NOBODY_SPECIAL = new Payer(3, Duration.ofDays(2), true, 5, 3);

    private static int points(Payer payer) {
        return PaymentRules.reasons(payer).stream()
                .mapToInt(Assessment.Reason::points)
                .sum();
    }

    @Test
    void whoStaysWithinAllBoundsAddsNothing() {
        assertThat(PaymentRules.reasons(NOBODY_SPECIAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4, PT48H, true, 5, 3, 30",
        "3, PT59M, true, 5, 3, 40",
        "3, PT1H, true, 5, 3, 20",
        "3, PT24H, true, 5, 3, 0",
        "3, PT48H, false, 5, 3, 25",
        "3, PT48H, true, 6, 3, 35",
        "3, PT48H, true, 5, 4, 25",
        "4, PT1M, false, 6, 4, 155"
    })
    void eachBoundThatIsPassedAddsItsPoints(
            long failed, Duration age, boolean isVerified, int checkouts, long changes, int points) {
        assertThat(points(new Payer(failed, age, isVerified, checkouts, changes)))
                .isEqualTo(points);
    }

    @Test
    void aCheckoutIsReviewedFromFiftyAndRefusedFromEighty() {
        var unknown = new Assessment(Decision.ALLOW, 0, Level.LOW, List.of(), null);

        assertThat(decision(unknown, 49)).isEqualTo(Decision.ALLOW);
        assertThat(decision(unknown, 50)).isEqualTo(Decision.REVIEW);
        assertThat(decision(unknown, 79)).isEqualTo(Decision.REVIEW);
        assertThat(decision(unknown, 80)).isEqualTo(Decision.BLOCK);
    }

    private static Decision decision(Assessment known, int points) {
        return known.with(List.of(new Assessment.Reason("any", points)), PaymentRules.THRESHOLDS)
                .decision();
    }
}
