package org.quartermaster.vehicle.conflict;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.load.LoadOrder;
import org.quartermaster.vehicle.load.Overwrite;
import org.quartermaster.vehicle.load.SourceLock;
import org.quartermaster.vehicle.market.ChangedLots;

/** Decides which of two contradicting records a lot shows; a decision is final. */
@ApplicationScoped
class Conflicts {
    static final ProblemType NOT_FOUND = new ProblemType(404, "conflict_not_found");
    private static final ProblemType CLOSED = new ProblemType(409, "conflict_closed");
    private static final ProblemType OUTDATED = new ProblemType(409, "conflict_outdated");

    private static final String READ = """
            select c.state, c.file_id, l.source, l.lot_external_id,
              c.record is null or l.source_updated_at > cast(c.record ->> 'source_updated_at' as timestamptz) as is_older
            from audit.upsert_conflicts c join vehicle.lots l on l.id = c.lot_id
            where c.id = ?
            """;
    private static final String APPLIED = """
            update audit.upsert_conflicts c set state = 'applied', resolved_by = ?, resolved_at = now() where c.id = ?
            returning cast(%s as text)
            """.formatted(ConflictView.JSON);
    private static final String DISMISS = """
            update audit.upsert_conflicts c set state = 'dismissed', resolved_by = $2, resolved_at = now()
            where c.id = $1 returning cast(%s as text) as conflict
            """.formatted(ConflictView.JSON);

    private final SystemWrites writes;
    private final ChangedLots lots;
    private final DatabaseJson json;

    @Inject
    Conflicts(SystemWrites writes, ChangedLots lots, DatabaseJson json) {
        this.writes = writes;
        this.lots = lots;
        this.json = json;
    }

    /**
     * A conflict to be decided.
     *
     * @param isOlder whether something newer is known of the lot by now, which nothing older overwrites
     */
    private record Found(String state, UUID file, String source, String number, boolean isOlder) {}

    /**
     * Writes the record over the lot; the other content is kept in the conflict and on the lot's timeline. Blocking.
     * NB: by the statements of a load, which run over a connection of their own.
     */
    ConflictView apply(Caller caller, long id) throws SQLException {
        return writes.write(caller, unit -> {
            var connection = unit.connection();
            SourceLock.holdSoon(connection, read(connection, id, "").source);
            var conflict = read(connection, id, " for update");
            requireOpen(conflict.state);
            if (conflict.isOlder) {
                throw Problem.of(OUTDATED);
            }
            var number = List.of(conflict.number);
            var before = lots.read(connection, number);
            Overwrite.run(connection, LoadOrder.replay(conflict.file, conflict.source, unit.now()), id);
            unit.changes().addAll(ChangedLots.between(before, lots.read(connection, number), Map.of()));
            return Sql.query(connection, APPLIED, row -> view(row.getString(1)), caller.subject(), id)
                    .get(0);
        });
    }

    /** Leaves the lot as it is. */
    Uni<Answer> dismiss(UnitOfWork unit, long id) {
        return unit.run("select state from audit.upsert_conflicts where id = $1 for update", id)
                .map(NOT_FOUND::require)
                .invoke(row -> requireOpen(row.getString("state")))
                .chain(() -> unit.run(DISMISS, id, unit.caller().subject()))
                .map(rows -> view(rows.iterator().next().getString("conflict")))
                .map(Answer::ok);
    }

    private static void requireOpen(String state) {
        if (!state.equals("open")) {
            throw Problem.of(CLOSED, state);
        }
    }

    private static Found read(Connection connection, long id, String lock) throws SQLException {
        return Sql.query(
                        connection,
                        READ + lock,
                        row -> new Found(
                                row.getString("state"),
                                row.getObject("file_id", UUID.class),
                                row.getString("source"),
                                row.getString("lot_external_id"),
                                row.getBoolean("is_older")),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    private ConflictView view(String text) {
        return json.read(text, ConflictView.class);
    }
}
