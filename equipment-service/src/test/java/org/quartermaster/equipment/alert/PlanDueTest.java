package org.quartermaster.equipment.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.equipment.machine.DueStage;
import org.quartermaster.equipment.machine.MaintenanceType;
import org.quartermaster.equipment.machine.Priority;

class PlanDueTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static PlanDue due(Priority priority, DueStage stage, String remaining, String interval) {
        var counter = new PlanCounter(
                PlanCounter.Kind.HOURS,
                new BigDecimal("1250.00"),
                AT,
                new BigDecimal("1300.00"),
                new BigDecimal(remaining),
                interval == null ? null : new BigDecimal(interval));
        return new PlanDue(
                "plan_1",
                MaintenanceType.OIL_CHANGE,
                "x",
                null,
                priority,
                stage,
                null,
                null,
                null,
                null,
                List.of(counter));
    }

    @ParameterizedTest
    @CsvSource({
        "MEDIUM, DUE_SOON, 50, 250, MEDIUM",
        "MEDIUM, DUE, 0, 250, MEDIUM",
        "MEDIUM, OVERDUE, -62.5, 250, HIGH",
        "MEDIUM, OVERDUE, -62.6, 250, CRITICAL",
        "HIGH, OVERDUE, -100, 250, CRITICAL",
        "LOW, OVERDUE, -100, , MEDIUM",
        "LOW, OVERDUE, -100.1, , HIGH"
    })
    void priorityRisesWithTheStageAndWithHowFarItIsPassed(
            Priority priority, DueStage stage, String remaining, String interval, Priority expected) {
        assertEquals(expected, due(priority, stage, remaining, interval).alertPriority());
    }

    @Test
    void explanationSaysWhyInWords() {
        var explanation = due(Priority.LOW, DueStage.DUE_SOON, "50.00", "250").explanation();

        assertEquals("The machine stands at 1250 h; the work is due at 1300 h, 50 h from now.", explanation.text());
        assertEquals(AT, explanation.evidence().get(0).recordedAt());
    }
}
