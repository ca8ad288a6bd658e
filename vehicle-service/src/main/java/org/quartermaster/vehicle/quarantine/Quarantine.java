package org.quartermaster.vehicle.quarantine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.feed.FeedContext;
import org.quartermaster.vehicle.load.SourceLock;

/** Decides on single records in quarantine; one that has its decision takes no other. */
@ApplicationScoped
class Quarantine {
    private final SystemWrites writes;
    private final QuarantineRows rows;
    private final Replay replay;

    @Inject
    Quarantine(SystemWrites writes, QuarantineRows rows, Replay replay) {
        this.writes = writes;
        this.rows = rows;
        this.replay = replay;
    }

    /**
     * {@code ifMatch} may be null. Blocking.
     * NB: the text is read as a file is, which is no work for an event loop.
     */
    QuarantineView mend(Caller caller, long id, String ifMatch, MendInput input) throws SQLException {
        return writes.write(caller, unit -> {
            var record = rows.lock(unit.connection(), id);
            ETags.requireMatch(ifMatch, record.version());
            record.requireOpen();
            var mend = input.over(record.mend(), record.header());
            requireReadable(record, mend);
            rows.fix(unit.connection(), id, mend);
            return rows.show(unit.connection(), id);
        });
    }

    /** A text is one record, and values are mended in a record that has them. */
    private static void requireReadable(QuarantinedRecord record, Mend mend) {
        var context = new FeedContext(record.origin().snapshotAt(), Instant.now(), Map.of(), Map.of());
        var rereading = new Rereading(record.header(), context);
        if (mend.rawText() != null && rereading.count(mend.rawText()) != 1) {
            throw Problem.invalid("raw_text", "not_one_record");
        }
        if (!mend.fields().isEmpty() && rereading.cells(record, mend) == null) {
            throw Problem.invalid("fields", "not_split");
        }
    }

    /**
     * Applies the record as it was mended; one that still cannot be used stays open. Blocking.
     * NB: by a load, which copies over a connection of its own.
     */
    QuarantineView replay(Caller caller, long id) throws SQLException {
        return writes.write(caller, unit -> {
            var connection = unit.connection();
            var origin = rows.origin(connection, id);
            SourceLock.holdSoon(connection, origin.source());
            var record = rows.lock(connection, id);
            record.requireOpen();
            record.origin().requireLoaded();
            replay.run(unit, caller.subject(), List.of(record));
            return rows.show(connection, id);
        });
    }

    Uni<Answer> dismiss(UnitOfWork unit, long id, String reason) {
        return rows.lockState(unit, id)
                .invoke(QuarantinedRecord::requireOpen)
                .chain(() -> rows.dismiss(unit, id, reason))
                .map(Answer::ok);
    }
}
