package org.quartermaster.vehicle.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.vehicle.asset.DataStatus.Step;

class DataStatusTest {
    private static final int STEPS = 10_000;

    @Test
    void noStepsLeadToAForbiddenState() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var status = DataStatus.DRAFT;
        for (var n = 0; n < STEPS; n++) {
            var step = Step.values()[random.nextInt(Step.values().length)];
            var next = status.after(step);

            assertEquals(status.steps().contains(step), next.isPresent(), "seed " + seed);
            if (next.isPresent()) {
                var from = status;
                status = next.get();
                assertTrue(from != status, "seed " + seed);
                assertFalse(
                        from == DataStatus.ARCHIVED && status == DataStatus.VERIFIED,
                        "what was put away is verified anew, seed " + seed);
                assertEquals(step == Step.VERIFY, status == DataStatus.VERIFIED, "seed " + seed);
                assertEquals(step == Step.ARCHIVE, status == DataStatus.ARCHIVED, "seed " + seed);
            }
        }
    }

    @Test
    void eachStatusSaysWhatIsPossible() {
        assertEquals(List.of(Step.VERIFY, Step.ARCHIVE), DataStatus.DRAFT.steps());
        assertEquals(List.of(Step.REOPEN, Step.ARCHIVE), DataStatus.VERIFIED.steps());
        assertEquals(List.of(Step.RESTORE), DataStatus.ARCHIVED.steps());
    }

    @Test
    void aRollbackIsMoreThanAHundredKilometresAndMoreThanOnePercent() {
        assertTrue(Odometer.isRollback(new BigDecimal("20000"), new BigDecimal("19799")));
        assertFalse(Odometer.isRollback(new BigDecimal("20000"), new BigDecimal("19800")));
        assertFalse(Odometer.isRollback(new BigDecimal("500"), new BigDecimal("400")));
        assertEquals(new BigDecimal("160.9"), Odometer.km(new BigDecimal("100.0"), OdometerUnit.MI));
    }
}
