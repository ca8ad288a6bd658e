package org.quartermaster.equipment.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertStateTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN, ACKNOWLEDGE, ACKNOWLEDGED",
        "OPEN, SNOOZE, SNOOZED",
        "OPEN, RESOLVE, RESOLVED",
        "OPEN, WAKE, OPEN",
        "OPEN, RISE, OPEN",
        "ACKNOWLEDGED, ACKNOWLEDGE, ACKNOWLEDGED",
        "ACKNOWLEDGED, SNOOZE, SNOOZED",
        "ACKNOWLEDGED, RESOLVE, RESOLVED",
        "ACKNOWLEDGED, WAKE, ",
        "ACKNOWLEDGED, RISE, OPEN",
        "SNOOZED, ACKNOWLEDGE, ACKNOWLEDGED",
        "SNOOZED, SNOOZE, SNOOZED",
        "SNOOZED, RESOLVE, RESOLVED",
        "SNOOZED, WAKE, OPEN",
        "SNOOZED, RISE, OPEN",
        "RESOLVED, ACKNOWLEDGE, ",
        "RESOLVED, SNOOZE, ",
        "RESOLVED, RESOLVE, RESOLVED",
        "RESOLVED, WAKE, ",
        "RESOLVED, RISE, "
    })
    void everyActionInEveryStateLeadsWhereTheRulesSay(AlertState from, AlertAction action, AlertState to) {
        assertEquals(Optional.ofNullable(to), from.after(action));
    }
}
