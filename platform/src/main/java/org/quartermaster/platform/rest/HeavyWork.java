package org.quartermaster.platform.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Computing that would hold an event loop up: it runs on a worker thread and comes back to the request's context. */
public final class HeavyWork {
    private static final int FEW = 20;

    private HeavyWork() {}

    /** The result of the work, on the context that asked for it. */
    public static <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }

    /** As above, for work that is heavy when it is on many items; on few it is done at once. */
    public static <T> Uni<T> run(int items, Supplier<T> work) {
        return items <= FEW ? Uni.createFrom().item(work) : run(work::get);
    }
}
