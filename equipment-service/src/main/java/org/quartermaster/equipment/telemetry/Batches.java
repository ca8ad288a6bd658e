package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Caller;

/**
 * Takes batches chunk by chunk: what is answered is committed, and what a client that hangs up has sent in whole
 * chunks stays. Blocking.
 */
@ApplicationScoped
class Batches {
    /** Samples of a stream that are committed together. */
    static final int CHUNK = 2_000;

    private final Writes writes;
    private final Ingest ingest;
    private final Idempotency idempotency;

    @Inject
    Batches(Writes writes, Ingest ingest, Idempotency idempotency) {
        this.writes = writes;
        this.ingest = ingest;
        this.idempotency = idempotency;
    }

    /** One transaction, and of each machine one event, per chunk of so many samples. */
    BatchAnswer take(Caller caller, Samples samples, BatchTally tally, int size) {
        for (var offers = samples.next(size, 0); !offers.isEmpty(); ) {
            var chunk = offers;
            var outcomes = Awaiting.result(() -> writes.write(caller, unit -> take(unit, chunk, tally)));
            tally.add(chunk, outcomes);
            offers = samples.next(size, tally.received());
        }
        return tally.answer();
    }

    /** All in one transaction together with the kept answer of its key. */
    Answer takeOnce(Caller caller, Idempotency.Key key, Samples samples, BatchTally tally) {
        var offers = samples.next(samples.limit(), 0);
        return Awaiting.result(() -> idempotency.once(caller, key, unit -> take(unit, offers, tally)
                .invoke(outcomes -> tally.add(offers, outcomes))
                .map(done -> Answer.ok(tally.answer(), null))));
    }

    private Uni<List<Outcome>> take(UnitOfWork unit, List<Offer> offers, BatchTally tally) {
        return ingest.take(unit, new Chunk(unit.now(), tally.batchId(), offers), tally.received());
    }
}
