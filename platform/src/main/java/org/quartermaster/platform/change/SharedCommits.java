package org.quartermaster.platform.change;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.security.Caller;

/**
 * Requests that share a commit: those of a tenant that come in while one is on its way wait for it, at most 5 ms, and
 * go together; each has an outcome of its own.
 *
 * @param <C> what is asked for
 * @param <R> what comes of it
 */
public final class SharedCommits<C, R> {
    private static final long LONGEST_WAIT_MILLIS = 5;

    private final Vertx vertx;
    private final Together<C, R> work;
    private final int mostAtOnce;
    private final Function<C, Set<?>> claims;
    private final Map<String, WaitingRequests<C, R>> tenants = new HashMap<>();

    /** The work on several requests of one tenant. */
    @FunctionalInterface
    public interface Together<C, R> {
        /**
         * Does all in one transaction.
         *
         * @return what came of each, in their order; one that is refused throws when it is asked. A failure is that of
         *     all, which are then tried one by one, so that none fails by another's fault
         */
        Uni<List<Supplier<R>>> commit(List<C> requests);
    }

    /** One that waits for its outcome. */
    record Waiting<C, R>(C request, Context context, UniEmitter<? super R> emitter) {
        void ends(Supplier<R> outcome) {
            R result;
            try {
                result = outcome.get();
            } catch (RuntimeException refused) {
                fails(refused);
                return;
            }
            context.runOnContext(ignored -> emitter.complete(result));
        }

        void fails(Throwable failure) {
            context.runOnContext(ignored -> emitter.fail(failure));
        }
    }

    /** @param claims what a request has for itself: none of two requests that share one of them go together */
    public SharedCommits(Vertx vertx, Together<C, R> work, int mostAtOnce, Function<C, Set<?>> claims) {
        this.vertx = vertx;
        this.work = work;
        this.mostAtOnce = mostAtOnce;
        this.claims = claims;
    }

    /** In whose name several callers of one tenant write: his where all are one, else that of the service. */
    public static Caller actor(List<Caller> callers) {
        var first = callers.get(0);
        var isOne = callers.stream().allMatch(caller -> caller.subject().equals(first.subject()));
        return isOne ? first : Caller.system(first.tenant());
    }

    /** What comes of one request, on the context that asked. */
    public Uni<R> ask(String tenant, C request) {
        return Uni.createFrom()
                .emitter(emitter -> add(tenant, new Waiting<>(request, vertx.getOrCreateContext(), emitter)));
    }

    private void add(String tenant, Waiting<C, R> waiting) {
        boolean isFirst;
        synchronized (tenants) {
            isFirst = tenants.computeIfAbsent(tenant, id -> new WaitingRequests<>(claims))
                    .add(waiting);
        }
        if (isFirst) {
            vertx.setTimer(LONGEST_WAIT_MILLIS, timer -> go(tenant, true));
        }
        go(tenant, false);
    }

    /** @param late whether the first of them has waited long enough, though others are on their way */
    private void go(String tenant, boolean late) {
        List<Waiting<C, R>> taken;
        synchronized (tenants) {
            var waiting = tenants.get(tenant);
            taken = waiting == null ? List.of() : waiting.take(late, mostAtOnce);
        }
        if (!taken.isEmpty()) {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> run(taken).subscribe().with(done -> ended(tenant), failure -> {
                taken.forEach(one -> one.fails(failure));
                ended(tenant);
            }));
        }
    }

    private void ended(String tenant) {
        synchronized (tenants) {
            if (tenants.get(tenant).ended()) {
                tenants.remove(tenant);
            }
        }
        go(tenant, false);
    }

    private Uni<Void> run(List<Waiting<C, R>> taken) {
        var together = commit(taken);
        return taken.size() == 1
                ? together
                : together.onFailure(failure -> !DatabaseFailure.isAway(failure))
                        .recoverWithUni(() -> InTurn.each(taken, one -> commit(List.of(one))
                                .onFailure()
                                .invoke(one::fails)
                                .onFailure()
                                .recoverWithNull()));
    }

    private Uni<Void> commit(List<Waiting<C, R>> taken) {
        return work.commit(taken.stream().map(Waiting::request).toList())
                .invoke(outcomes -> {
                    for (var i = 0; i < taken.size(); i++) {
                        taken.get(i).ends(outcomes.get(i));
                    }
                })
                .replaceWithVoid();
    }
}
