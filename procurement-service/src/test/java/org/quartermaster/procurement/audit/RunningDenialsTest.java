package org.quartermaster.procurement.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.audit.RunningDenials.Kind;

class RunningDenialsTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Kind GUESS = new Kind("platform", "login.failed", "192.0.2.1");

    private final RunningDenials running = new RunningDenials();

    private boolean isFirst(Kind kind, int second) {
        return running.isFirst(kind, BEGIN.plusSeconds(second));
    }

    @Test
    void onlyTheFirstOfAMinuteIsNotedAtOnceAndTheOthersByTheirNumberWhenItEnds() {
        assertThat(isFirst(GUESS, 0)).isTrue();
        assertThat(isFirst(GUESS, 1)).isFalse();
        assertThat(isFirst(GUESS, 59)).isFalse();

        assertThat(running.over(BEGIN.plusSeconds(59))).isEmpty();
        assertThat(running.over(BEGIN.plusSeconds(60))).containsExactlyEntriesOf(Map.of(GUESS, 2));
        assertThat(running.over(BEGIN.plusSeconds(60))).isEmpty();
        assertThat(isFirst(GUESS, 61)).isTrue();
    }

    @Test
    void otherActionsPlacesAndTenantsAreCountedByThemselves() {
        assertThat(isFirst(GUESS, 0)).isTrue();
        assertThat(isFirst(new Kind("platform", "password.wrong", "192.0.2.1"), 0))
                .isTrue();
        assertThat(isFirst(new Kind("platform", "login.failed", "192.0.2.2"), 0))
                .isTrue();
        assertThat(isFirst(new Kind("t_one", "login.failed", "192.0.2.1"), 0)).isTrue();
    }

    @Test
    void oneThatStaysAloneIsNotNotedTwice() {
        isFirst(GUESS, 0);

        assertThat(running.over(BEGIN.plusSeconds(60))).isEmpty();
    }
}
