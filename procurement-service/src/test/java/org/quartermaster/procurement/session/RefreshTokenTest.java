package org.quartermaster.procurement.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private static final Instant END = Instant.parse("2026-03-29T01:00:00Z");

    private static RefreshToken token(boolean isSpent, boolean isEnded) {
        return new RefreshToken(UUID.randomUUID(), UUID.randomUUID(), "t", UUID.randomUUID(), isSpent, isEnded, END);
    }

    @Test
    void aTokenIsOverFromItsInstantOn() {
        assertThat(token(false, false).isOver(END.minusNanos(1))).isFalse();
        assertThat(token(false, false).isOver(END)).isTrue();
        assertThat(token(true, false).isOver(END)).isTrue();
    }

    @Test
    void aTokenOfAnEndedSessionIsOverUnlessItWasSpent() {
        assertThat(token(false, true).isOver(END.minusSeconds(1))).isTrue();
        assertThat(token(true, true).isOver(END.minusSeconds(1))).isFalse();
    }
}
