package org.quartermaster.equipment.telemetry;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.telemetry.Offer.Mode;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.security.Caller;

/**
 * Single calls that share a commit: those of a tenant that come in while one is on its way wait for it, at most
 * 5 ms, and go together; each has an outcome of its own.
 */
@ApplicationScoped
class SingleCalls {
    private static final long LONGEST_WAIT_MILLIS = 5;
    private static final int MOST_AT_ONCE = 500;

    private final Vertx vertx;
    private final Writes writes;
    private final Ingest ingest;
    private final MachineRepository machines;
    private final Map<String, WaitingCalls> tenants = new HashMap<>();

    @Inject
    SingleCalls(Vertx vertx, Writes writes, Ingest ingest, MachineRepository machines) {
        this.vertx = vertx;
        this.writes = writes;
        this.ingest = ingest;
        this.machines = machines;
    }

    /** A call that waits for its outcome. */
    record Waiting(Offer offer, Context context, UniEmitter<? super Machine> emitter) {
        void ends(Machine machine) {
            context.runOnContext(ignored -> emitter.complete(machine));
        }

        void fails(Throwable failure) {
            context.runOnContext(ignored -> emitter.fail(failure));
        }
    }

    /** The machine after the sample; 404, or 422 with nothing stored, as the sample deserves. */
    Uni<Machine> report(Caller caller, String equipmentId, Sample sample) {
        var offer = Offer.single(equipmentId, sample, Mode.STRICT, caller);
        return Uni.createFrom().emitter(emitter -> {
            add(caller.tenant(), new Waiting(offer, vertx.getOrCreateContext(), emitter));
        });
    }

    private void add(String tenant, Waiting call) {
        boolean first;
        synchronized (tenants) {
            first = tenants.computeIfAbsent(tenant, id -> new WaitingCalls()).add(call);
        }
        if (first) {
            vertx.setTimer(LONGEST_WAIT_MILLIS, timer -> go(tenant, true));
        }
        go(tenant, false);
    }

    /** @param late whether the first of them has waited long enough, though others are on their way */
    private void go(String tenant, boolean late) {
        List<Waiting> calls;
        synchronized (tenants) {
            var waiting = tenants.get(tenant);
            calls = waiting == null ? List.of() : waiting.take(late, MOST_AT_ONCE);
        }
        if (!calls.isEmpty()) {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> run(calls)
                    .subscribe()
                    .with(done -> ended(tenant, calls, null), failure -> ended(tenant, calls, failure)));
        }
    }

    private void ended(String tenant, List<Waiting> calls, Throwable failure) {
        synchronized (tenants) {
            if (tenants.get(tenant).ended()) {
                tenants.remove(tenant);
            }
        }
        if (failure != null) {
            calls.forEach(call -> call.fails(failure));
        }
        go(tenant, false);
    }

    /** NB: what fails together is tried one by one, so that no call fails by another's fault. */
    private Uni<Void> run(List<Waiting> calls) {
        var together = commit(calls);
        return calls.size() == 1
                ? together
                : together.onFailure(failure -> !DatabaseFailure.isAway(failure))
                        .recoverWithUni(() -> InTurn.each(calls, call -> commit(List.of(call))
                                .onFailure()
                                .invoke(call::fails)
                                .onFailure()
                                .recoverWithNull()));
    }

    private Uni<Void> commit(List<Waiting> calls) {
        var offers = calls.stream().map(Waiting::offer).toList();
        return writes.write(actor(offers), unit -> take(unit, offers))
                .invoke(done -> answer(calls, done))
                .replaceWithVoid();
    }

    /** What became of the calls, and the machines as they are now. */
    private record Done(List<Outcome> outcomes, Map<String, Machine> machines) {}

    private Uni<Done> take(UnitOfWork unit, List<Offer> offers) {
        return ingest.take(unit, new Chunk(unit.now(), null, offers), 0).chain(outcomes -> {
            var ids = outcomes.stream()
                    .filter(outcome -> !outcome.is(Outcome.Kind.REJECTED))
                    .map(Outcome::equipmentId)
                    .distinct()
                    .toList();
            return machines.readAll(unit, ids).map(found -> new Done(outcomes, found));
        });
    }

    private static void answer(List<Waiting> calls, Done done) {
        for (var i = 0; i < calls.size(); i++) {
            var outcome = done.outcomes().get(i);
            var call = calls.get(i);
            try {
                outcome.require();
                call.ends(done.machines().get(outcome.equipmentId()));
            } catch (RuntimeException refused) {
                call.fails(refused);
            }
        }
    }

    /** Whom alerts name as their cause: the sender, or the service where there are several. */
    private static Caller actor(List<Offer> offers) {
        var first = offers.get(0).by();
        var one = offers.stream().allMatch(offer -> offer.by().subject().equals(first.subject()));
        return one ? first : Caller.system(first.tenant());
    }
}
