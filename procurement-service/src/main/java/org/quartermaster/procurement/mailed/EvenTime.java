package org.quartermaster.procurement.mailed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** Lets answers that may tell nothing take as long whatever was done for them, unless it took longer. */
public final class EvenTime {
    private static final Duration AT_LEAST = Duration.ofMillis(250);

    private EvenTime() {}

    /** The work, not done before a quarter of a second. */
    public static Uni<Void> of(Supplier<Uni<Void>> work) {
        return Uni.createFrom().deferred(() -> {
            var begin = System.nanoTime();
            return work.get().onItem().call(() -> {
                var rest = AT_LEAST.toNanos() - (System.nanoTime() - begin);
                return rest <= 0
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofNanos(rest));
            });
        });
    }
}
