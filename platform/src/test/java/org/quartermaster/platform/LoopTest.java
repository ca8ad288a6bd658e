package org.quartermaster.platform;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration ENDLESS = Duration.ofDays(1);

    private final AtomicInteger turns = new AtomicInteger();

    private void awaitTurn(int number) {
        await("turn " + number).atMost(Duration.ofSeconds(30)).until(() -> turns.get() == number);
    }

    private static void end(Loop loop) throws InterruptedException {
        loop.stop();
        Loop.join(List.of(loop), Duration.ofSeconds(30));
    }

    @Test
    void itGoesOnAfterAFailureAndAfterAMistake() throws InterruptedException {
        var loop = Loop.start("test", SHORT, own -> {
            switch (turns.incrementAndGet()) {
                case 1 -> throw new IOException("away");
                case 2 -> throw new IllegalStateException("a mistake");
                default -> own.sleep(ENDLESS);
            }
        });

        awaitTurn(3);

        end(loop);
    }

    @Test
    void aRingEndsASleepAndIsNotLostBeforeIt() throws InterruptedException {
        var loop = Loop.start("test", SHORT, own -> {
            if (turns.incrementAndGet() == 1) {
                own.ring();
            }
            own.sleep(ENDLESS);
        });
        awaitTurn(2);

        loop.ring();

        awaitTurn(3);
        end(loop);
    }

    @Test
    void aStopEndsASleepAndNoTurnFollows() throws InterruptedException {
        var loop = Loop.start("test", SHORT, own -> {
            turns.incrementAndGet();
            own.sleep(ENDLESS);
        });
        awaitTurn(1);

        end(loop);

        assertFalse(loop.isRunning());
        assertEquals(1, turns.get());
    }
}
