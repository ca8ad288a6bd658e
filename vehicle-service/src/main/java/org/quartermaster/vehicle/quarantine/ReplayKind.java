package org.quartermaster.vehicle.quarantine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.load.Effect;
import org.quartermaster.vehicle.load.SourceLock;

/** Replays all open records of an import, some hundred in a transaction. */
@ApplicationScoped
class ReplayKind implements JobKind {
    private static final String NAME = "vehicle.quarantine-replay";
    private static final int AT_ONCE = 500;

    private final SystemWrites writes;
    private final QuarantineRows rows;
    private final Replay replay;
    private final Jobs jobs;
    private final ObjectMapper json;

    @Inject
    ReplayKind(SystemWrites writes, QuarantineRows rows, Replay replay, Jobs jobs, ObjectMapper json) {
        this.writes = writes;
        this.rows = rows;
        this.replay = replay;
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * What came of the work.
     *
     * @param stillOpen records that still cannot be used
     * @param effects how many records had each effect
     */
    record Replayed(long replayed, long stillOpen, Map<String, Long> effects) {}

    /** The records of one transaction and what became of them. */
    private record Part(List<QuarantinedRecord> records, List<Effect> effects) {}

    /** Queues the job; its id. */
    Uni<String> order(UnitOfWork unit, UUID run) {
        return rows.stateOf(unit, run)
                .invoke(QuarantinedRecord.Origin::requireLoaded)
                .chain(() -> jobs.queue(unit, NAME, json.createObjectNode().put("import_id", run.toString())));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.DATA_ADMIN;
    }

    /** What was replayed is not open any more. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        var effects = new TreeMap<String, Long>();
        var read = 0L;
        var applied = 0L;
        for (var part = part(run, 0); !part.records.isEmpty(); part = part(run, last(part))) {
            part.effects.forEach(effect -> effects.merge(effect.effect(), 1L, Long::sum));
            read += part.records.size();
            applied += part.effects.size();
            run.progress(read, null);
        }
        return Outcome.succeeded(new Replayed(applied, read - applied, effects));
    }

    private static long last(Part part) {
        return part.records.get(part.records.size() - 1).id();
    }

    private Part part(JobRun run, long after) throws SQLException {
        return writes.write(run.caller(), unit -> {
            var connection = unit.connection();
            run.guard(connection);
            var id = UUID.fromString(run.parameters().path("import_id").textValue());
            var origin = rows.originOf(connection, id);
            SourceLock.hold(connection, origin.source());
            var open = rows.lockOpen(connection, origin.fileId(), after, AT_ONCE);
            var by = run.caller().subject();
            return new Part(open, open.isEmpty() ? List.of() : replay.run(unit, by, open));
        });
    }
}
