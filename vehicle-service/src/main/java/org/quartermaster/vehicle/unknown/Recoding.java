package org.quartermaster.vehicle.unknown;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.feed.FeedWords;
import org.quartermaster.vehicle.imports.ImportConfig;
import org.quartermaster.vehicle.market.ChangedLots;

/**
 * Gives stored lots the code that their word was taught to mean, so that they are what the next import would read; the
 * hash of a row is over its words, so that import finds them unchanged. An import that began with the old meaning is
 * waited for.
 */
@ApplicationScoped
class Recoding implements JobKind {
    static final String NAME = "vehicle.recode";

    private static final int AT_ONCE = 500;
    private static final String CODE = "select code from vehicle.taxonomy_alias where domain = ? and raw_norm = ?";
    private static final String NOW = "select cast(now() as text)";
    private static final String OLDER_IMPORTS = """
            select exists (select from audit.etl_runs where status = 'running' and started_at <= cast(? as timestamptz))
            """;

    private final SystemConnection database;
    private final SystemWrites writes;
    private final ChangedLots lots;
    private final ImportConfig config;
    private final ObjectMapper json;

    @Inject
    Recoding(SystemConnection database, SystemWrites writes, ChangedLots lots, ImportConfig config, ObjectMapper json) {
        this.database = database;
        this.writes = writes;
        this.lots = lots;
        this.config = config;
        this.json = json;
    }

    /**
     * What came of the work.
     *
     * @param lotEventsSent events that were published, which are bounded
     */
    record Recoded(long lots, long lotEventsSent) {}

    /**
     * A word of one place and its code.
     *
     * @param spellings that lots have
     */
    private record Task(Place place, String[] spellings, String code) {}

    private record Lot(long id, String number) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.DATA_ADMIN;
    }

    /** What was recoded is not found again. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        var domain = Domain.of(run.parameters().path("domain").textValue());
        var word = run.parameters().path("word").textValue();
        try (var connection = database.open()) {
            var state = run.checkpoint() == null ? begun(connection) : run.checkpoint();
            var mustReturn =
                    isTrue(connection, OLDER_IMPORTS, state.path("since").textValue());
            for (var place : domain.places()) {
                var task = task(connection, domain, place, word);
                recodeLots(run, task, state);
                recodeVehicles(run, task);
                mustReturn |= isTrue(connection, place.isLeft(), task.spellings, task.code);
            }
            if (mustReturn) {
                run.checkpoint(state);
                throw run.postponed();
            }
            return Outcome.succeeded(new Recoded(
                    state.path("lots").longValue(),
                    state.path("lot_events_sent").longValue()));
        }
    }

    private ObjectNode begun(Connection connection) throws SQLException {
        var now = Sql.query(connection, NOW, row -> row.getString(1)).get(0);
        return json.createObjectNode().put("since", now).put("lots", 0L).put("lot_events_sent", 0L);
    }

    private static boolean isTrue(Connection connection, String sql, Object... parameters) throws SQLException {
        return Sql.query(connection, sql, row -> row.getBoolean(1), parameters).get(0);
    }

    /** NB: of a word that is kept in the place of its code, a code is no word. */
    private static Task task(Connection connection, Domain domain, Place place, String word) throws SQLException {
        var codes = domain == Domain.VEHICLE_TYPE ? Codes.of(connection, domain) : List.of();
        var spellings = Sql.query(connection, place.spellings(), row -> row.getString(1)).stream()
                .filter(spelling -> FeedWords.normal(spelling).equals(word) && !codes.contains(spelling))
                .toArray(String[]::new);
        var code = Sql.query(connection, CODE, row -> row.getString(1), Words.of(domain), word)
                .get(0);
        return new Task(place, spellings, code);
    }

    private void recodeLots(JobRun run, Task task, ObjectNode state) throws SQLException {
        var last = 0L;
        List<Lot> part;
        do {
            var after = last;
            part = writes.write(run.caller(), unit -> {
                run.guard(unit.connection());
                return recode(unit, task, after, state);
            });
            state.put("lots", state.path("lots").longValue() + part.size());
            run.progress(state.path("lots").longValue(), null);
            last = part.isEmpty() ? last : part.get(part.size() - 1).id;
        } while (part.size() == AT_ONCE);
    }

    private List<Lot> recode(SystemWrites.Unit unit, Task task, long after, ObjectNode state) throws SQLException {
        var connection = unit.connection();
        var part = Sql.query(
                connection,
                task.place.pickLots(),
                row -> new Lot(row.getLong(1), row.getString(2)),
                after,
                task.spellings,
                task.code,
                AT_ONCE);
        var sent = state.path("lot_events_sent").longValue();
        var told = part.stream()
                .limit(Math.max(0, config.lotEventsMax() - sent))
                .map(Lot::number)
                .toList();
        var before = lots.read(connection, told);
        var ids = part.stream().map(Lot::id).toArray(Long[]::new);
        Sql.update(connection, task.place.recodeLots(), ids, task.code);
        var changes = ChangedLots.between(before, lots.read(connection, told), Map.of());
        unit.bulk().addAll(changes);
        state.put("lot_events_sent", sent + changes.size());
        return part;
    }

    private void recodeVehicles(JobRun run, Task task) throws SQLException {
        var changed = task.place.isOfVehicle() ? AT_ONCE : 0;
        while (changed == AT_ONCE) {
            changed = writes.write(run.caller(), unit -> {
                run.guard(unit.connection());
                return Sql.update(unit.connection(), task.place.recodeVehicles(), task.code, AT_ONCE, task.code);
            });
        }
    }
}
