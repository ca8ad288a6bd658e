package org.quartermaster.procurement.password;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.quartermaster.platform.problem.Problem;

/**
 * Hashes of passwords, made and compared on threads of their own: one for each core, each with 19 MiB, because more at
 * once are no more a second and give the collector twice as much to copy. Who waits for one longer than two seconds is
 * answered 503.
 */
@ApplicationScoped
public class Passwords {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    private final WorkerExecutor workers;
    private final LongSupplier clock;

    @Inject
    Passwords(Vertx vertx) {
        this(vertx, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    Passwords(Vertx vertx, LongSupplier clock) {
        this.clock = clock;
        workers = vertx.createSharedWorkerExecutor(
                "passwords", Runtime.getRuntime().availableProcessors());
    }

    /** What a comparison found. */
    public enum Verdict {
        WRONG,
        RIGHT,
        /** Right, but made by weaker parameters than today's: it is to be hashed anew. */
        OLD
    }

    /** The hash of a password, as it is kept. */
    public Uni<String> hash(String password) {
        return run(() -> Argon2.of(password).toString());
    }

    /**
     * Whether a password is the one of a hash.
     *
     * @param kept a hash, or null where there is none: then the same work is done, and the verdict is WRONG
     */
    public Uni<Verdict> compare(String password, String kept) {
        return run(() -> {
            if (kept == null) {
                Argon2.of(password);
                return Verdict.WRONG;
            }
            var hash = Argon2.parse(kept);
            return !hash.isOf(password) ? Verdict.WRONG : hash.isOld() ? Verdict.OLD : Verdict.RIGHT;
        });
    }

    /** NB: who waited too long costs no hash, so a queue of such is worked off at once. */
    private <T> Uni<T> run(Callable<T> work) {
        var asked = clock.getAsLong();
        return Uni.createFrom().completionStage(() -> workers.executeBlocking(
                        () -> {
                            if (clock.getAsLong() - asked > PATIENCE) {
                                throw Problem.unavailable();
                            }
                            return work.call();
                        },
                        false)
                .toCompletionStage());
    }

    @PreDestroy
    void stop() {
        workers.close();
    }
}
