package org.quartermaster.catalog.rfpanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Reading ends when its time is over, whatever the reader does. */
class TimeLimitTest {
    @Test
    void workInTimeGivesItsResult() throws Exception {
        assertThat(new TimeLimit(Duration.ofMinutes(1)).run(() -> "read")).isEqualTo("read");
    }

    @Test
    void workThatNeverEndsIsLeftAlone() {
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> new TimeLimit(Duration.ofMillis(20)).run(() -> {
                    never.await();
                    return "read";
                }))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void whatIsOverIsSaidBetweenTheSteps() {
        assertThatThrownBy(() -> new TimeLimit(Duration.ofSeconds(-1)).check()).isInstanceOf(TimeoutException.class);
    }

    @Test
    void whatBreaksTheReaderDoesNotReachTheWorker() {
        assertThatThrownBy(() -> new TimeLimit(Duration.ofMinutes(1)).run(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }
}
