package org.quartermaster.equipment.telemetry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.problem.Problem;
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
    private final BatchNotes notes;
    private final Idempotency idempotency;

    @Inject
    Batches(Writes writes, Ingest ingest, BatchNotes notes, Idempotency idempotency) {
        this.writes = writes;
        this.ingest = ingest;
        this.notes = notes;
        this.idempotency = idempotency;
    }

    /** All in one transaction, together with the kept answer of the key; {@code key} may be null. */
    Answer whole(Caller caller, Idempotency.Key key, Samples samples, BatchTally tally) {
        return whole(caller, key, samples.next(samples.limit(), 0), tally);
    }

    private Answer whole(Caller caller, Idempotency.Key key, List<Offer> offers, BatchTally tally) {
        return Awaiting.result(() -> idempotency.once(caller, key, unit -> take(unit, offers, tally, false)
                .invoke(outcomes -> tally.add(offers, outcomes))
                .map(done -> Answer.ok(tally.answer(), null))));
    }

    /** One transaction per chunk, so that memory is constant; {@code key} may be null. */
    Answer streamed(Caller caller, Idempotency.Key key, Samples samples, BatchTally tally) {
        var first = samples.next(CHUNK, 0);
        if (first.size() < CHUNK) {
            return whole(caller, key, first, tally);
        }
        var known = Awaiting.result(() -> idempotency.begin(caller, key));
        return known != null ? known : parts(caller, key, first, samples, tally);
    }

    /** NB: what was taken stays, and is told of, when the rest cannot be read. */
    private Answer parts(Caller caller, Idempotency.Key key, List<Offer> first, Samples samples, BatchTally tally) {
        try {
            for (var offers = first; !offers.isEmpty(); offers = samples.next(CHUNK, tally.received())) {
                part(caller, key, offers, tally);
            }
        } catch (Problem refused) {
            notes.tell(caller, tally.batchId());
            Awaiting.result(() -> idempotency.forget(caller, key));
            throw refused;
        }
        notes.tell(caller, tally.batchId());
        var answer = Answer.ok(tally.answer(), null);
        Awaiting.result(() -> idempotency.end(caller, key, answer));
        return answer;
    }

    private void part(Caller caller, Idempotency.Key key, List<Offer> offers, BatchTally tally) {
        var outcomes = Awaiting.result(() ->
                writes.write(caller, unit -> idempotency.goOn(unit, key).chain(() -> take(unit, offers, tally, true))));
        tally.add(offers, outcomes);
    }

    private Uni<List<Outcome>> take(UnitOfWork unit, List<Offer> offers, BatchTally tally, boolean part) {
        return ingest.take(unit, new Chunk(unit.now(), tally.batchId(), offers, part), tally.received());
    }
}
