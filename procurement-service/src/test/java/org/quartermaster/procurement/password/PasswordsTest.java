package org.quartermaster.procurement.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.password.Passwords.Verdict;

/** Passwords are hashed a few at a time. */
@ProcurementTest
final class PasswordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Passwords passwords;

    @Inject
    Vertx vertx;

    private static <T> T result(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @Test
    void aPasswordIsComparedWithItsHashAndWithNone() {
        var hash = result(passwords.hash("one password"));

        assertThat(result(passwords.compare("one password", hash))).isEqualTo(Verdict.RIGHT);
        assertThat(result(passwords.compare("another password", hash))).isEqualTo(Verdict.WRONG);
        assertThat(result(passwords.compare("one password", null))).isEqualTo(Verdict.WRONG);
        assertThat(result(passwords.compare(TestPassword.TEXT, TestPassword.WEAK)))
                .isEqualTo(Verdict.OLD);
    }

    @Test
    void whoWaitsLongerThanTwoSecondsIsAskedToComeAgain() {
        var clock = new AtomicLong();
        var passwords = new Passwords(vertx, clock::get);
        var threads = Runtime.getRuntime().availableProcessors();
        var workers = vertx.createSharedWorkerExecutor("passwords", threads);
        var end = new CountDownLatch(1);
        for (var i = 0; i < threads; i++) {
            workers.executeBlocking(
                    () -> {
                        end.await();
                        return null;
                    },
                    false);
        }
        var waiting = passwords.hash("one password").subscribeAsCompletionStage();
        clock.set(Duration.ofMillis(2_001).toNanos());

        end.countDown();

        var refused = catchThrowableOfType(
                Problem.class, () -> result(Uni.createFrom().completionStage(waiting)));
        assertThat(refused.type().status()).isEqualTo(503);
        assertThat(refused.headers()).containsKey("Retry-After");
        passwords.stop();
        workers.close();
    }
}
