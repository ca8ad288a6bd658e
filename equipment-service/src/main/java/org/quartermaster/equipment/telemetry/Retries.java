package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;

/** Offers samples again, chunk by chunk, each in the transaction that marks it. Blocking. */
@ApplicationScoped
class Retries {
    private static final int CHUNK = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Writes writes;
    private final Ingest ingest;
    private final MachineRepository machines;

    @Inject
    Retries(Writes writes, Ingest ingest, MachineRepository machines) {
        this.writes = writes;
        this.ingest = ingest;
        this.machines = machines;
    }

    /** NB: only what came before the call, or samples refused once more would be offered without end. */
    BatchAnswer retry(Caller caller, RetryFilter filter, BatchTally tally) {
        var before = Instant.now();
        List<Offer> offers;
        do {
            offers = Awaiting.result(() -> writes.write(caller, unit -> refused(unit, filter, before, tally)));
        } while (offers.size() == CHUNK);
        if (filter.equipmentId() != null) {
            doubtful(caller, filter, tally);
        }
        return tally.answer();
    }

    private Uni<List<Offer>> refused(UnitOfWork unit, RetryFilter filter, Instant before, BatchTally tally) {
        return unit.runAll(List.of(RetryTable.refused(unit, filter, before, CHUNK)))
                .chain(found -> {
                    var offers = new ArrayList<Offer>();
                    found.get(0).forEach(row -> offers.add(RetryTable.refused(row, unit)));
                    return take(unit, offers, tally);
                });
    }

    private void doubtful(Caller caller, RetryFilter filter, BatchTally tally) {
        var after = new Object() {
            Instant time = Instant.EPOCH;
            UUID key = FIRST;
        };
        List<Offer> offers;
        do {
            offers = Awaiting.result(
                    () -> writes.write(caller, unit -> doubtful(unit, filter, after.time, after.key, tally)));
            for (var offer : offers) {
                after.time = offer.sample().recordedAt();
                after.key = offer.storedKey();
            }
        } while (offers.size() == CHUNK);
    }

    /** NB: the machine is locked before its history changes. */
    private Uni<List<Offer>> doubtful(
            UnitOfWork unit, RetryFilter filter, Instant afterTime, UUID afterKey, BatchTally tally) {
        return machines.lockIfThere(filter.equipmentId())
                .chain(machine -> machine == null
                        ? Uni.createFrom().item(List.of())
                        : unit.runAll(List.of(RetryTable.doubtful(unit, filter, afterTime, afterKey, CHUNK)))
                                .chain(found -> {
                                    var offers = new ArrayList<Offer>();
                                    found.get(0).forEach(row -> offers.add(RetryTable.doubtful(row, unit)));
                                    offers.sort(Comparator.comparing((Offer offer) ->
                                                    offer.sample().recordedAt())
                                            .thenComparing(
                                                    offer -> offer.storedKey().toString()));
                                    return take(unit, offers, tally);
                                }));
    }

    private Uni<List<Offer>> take(UnitOfWork unit, List<Offer> offers, BatchTally tally) {
        if (offers.isEmpty()) {
            return Uni.createFrom().item(offers);
        }
        return ingest.take(unit, new Chunk(unit.now(), tally.batchId(), offers), tally.received())
                .invoke(outcomes -> tally.add(offers, outcomes))
                .replaceWith(offers);
    }
}
