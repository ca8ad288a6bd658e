package org.quartermaster.equipment.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;

class PlanDueTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static PlanDue due() {
        var counter = new PlanCounter(
                PlanCounter.Kind.HOURS,
                new BigDecimal("1250.00"),
                AT,
                new BigDecimal("1300.00"),
                new BigDecimal("50.00"));
        return new PlanDue(
                "plan_1",
                MaintenanceType.OIL_CHANGE,
                "x",
                null,
                Priority.LOW,
                DueStage.DUE_SOON,
                null,
                null,
                null,
                null,
                List.of(counter));
    }

    @Test
    void explanationSaysWhyInWords() {
        var explanation = due().explanation();

        assertEquals("The machine stands at 1250 h; the work is due at 1300 h, 50 h from now.", explanation.text());
        assertEquals(AT, explanation.evidence().get(0).recordedAt());
    }
}
