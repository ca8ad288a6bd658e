package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.telemetry.Offer.Mode;
import org.quartermaster.platform.change.SharedCommits;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.security.Caller;

/** Single calls of a tenant, which share a commit. */
@ApplicationScoped
class SingleCalls {
    private static final int MOST_AT_ONCE = 500;

    private final Writes writes;
    private final Ingest ingest;
    private final MachineRepository machines;
    private final SharedCommits<Offer, Machine> commits;

    @Inject
    SingleCalls(Vertx vertx, Writes writes, Ingest ingest, MachineRepository machines) {
        this.writes = writes;
        this.ingest = ingest;
        this.machines = machines;
        commits = new SharedCommits<>(vertx, this::commit, MOST_AT_ONCE, offer -> Set.of());
    }

    /** The machine after the sample; 404, or 422 with nothing stored, as the sample deserves. */
    Uni<Machine> report(Caller caller, String equipmentId, Sample sample) {
        return commits.ask(caller.tenant(), Offer.single(equipmentId, sample, Mode.STRICT, caller));
    }

    /** NB: alerts name its caller as their cause. */
    private Uni<List<Supplier<Machine>>> commit(List<Offer> offers) {
        var actor = SharedCommits.actor(offers.stream().map(Offer::by).toList());
        return writes.write(actor, unit -> take(unit, offers));
    }

    private Uni<List<Supplier<Machine>>> take(UnitOfWork unit, List<Offer> offers) {
        return ingest.take(unit, new Chunk(unit.now(), null, offers), 0).chain(outcomes -> {
            var ids = outcomes.stream()
                    .filter(outcome -> !outcome.is(Outcome.Kind.REJECTED))
                    .map(Outcome::equipmentId)
                    .distinct()
                    .toList();
            return machines.readAll(unit, ids).map(found -> outcomes.stream()
                    .map(outcome -> machine(outcome, found))
                    .toList());
        });
    }

    private static Supplier<Machine> machine(Outcome outcome, Map<String, Machine> found) {
        return () -> {
            outcome.require();
            return found.get(outcome.equipmentId());
        };
    }
}
