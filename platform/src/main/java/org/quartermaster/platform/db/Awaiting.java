package org.quartermaster.platform.db;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Lets a worker thread wait for reactive work, which runs on a context of its own. */
public final class Awaiting {
    private Awaiting() {}

    /**
     * The item of the work, or its failure as it is. NB: never on an event loop.
     *
     * @throws IllegalStateException around a checked failure
     */
    public static <T> T result(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }
}
