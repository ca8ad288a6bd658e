package org.quartermaster.platform.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.event.Wake;
import org.quartermaster.platform.security.Caller;

/**
 * The way to write global rows, which belong to no tenant: a transaction of the system role on a connection of its own,
 * and the events of its changes in the same transaction. Blocking; for worker threads, and for COPY.
 */
@ApplicationScoped
public final class SystemWrites {
    /** The tenant of events about global rows, which every tenant's change feed shows. */
    public static final String PUBLIC = "public";

    private static final String INSERT = """
            insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope, lane)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final SystemConnection database;
    private final PlatformConfig config;
    private final ObjectMapper json;
    private final Wake wake;
    private final MeterRegistry meters;

    @Inject
    SystemWrites(SystemConnection database, PlatformConfig config, ObjectMapper json, Wake wake, MeterRegistry meters) {
        this.database = database;
        this.config = config;
        this.json = json;
        this.wake = wake;
        this.meters = meters;
    }

    /** What is done in one transaction; a failure rolls all of it back. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run(Unit unit) throws SQLException, E;
    }

    /**
     * One transaction.
     *
     * @param connection with auto-commit off
     * @param now the one time of this transaction, in microseconds
     * @param changes become events when the work is done; they leave no audit row
     * @param bulk changes that a bulk load makes by the way: their events go in the slow lane, which all others pass
     */
    public record Unit(Connection connection, Instant now, List<Change> changes, List<Change> bulk) {}

    /**
     * Runs the work in one transaction.
     *
     * @param by whose user its events name as the actor
     */
    public <T, E extends Exception> T write(Caller by, Work<T, E> work) throws SQLException, E {
        T done;
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            var unit = new Unit(connection, now, new ArrayList<>(), new ArrayList<>());
            // NB: a connection that is closed before its commit is rolled back.
            done = work.run(unit);
            var caller = by.within(PUBLIC);
            tell(unit, caller, unit.changes(), 0);
            tell(unit, caller, unit.bulk(), 1);
            connection.commit();
            count(unit.changes());
            count(unit.bulk());
        }
        wake.up();
        return done;
    }

    private void count(List<Change> changes) {
        changes.forEach(change -> meters.counter("changes", "entity", change.entity(), "verb", change.verb())
                .increment());
    }

    private void tell(Unit unit, Caller caller, List<Change> changes, int lane) throws SQLException {
        try (var insert = unit.connection().prepareStatement(INSERT)) {
            for (var change : changes) {
                var id = Ids.uuid();
                var envelope = new Envelope(json, config.service(), id, unit.now(), caller, change);
                ObjectNode view = json.valueToTree(change.view());
                ObjectNode former = change.before() == null ? null : json.valueToTree(change.before());
                insert.setObject(1, id);
                insert.setString(2, caller.tenant());
                insert.setString(3, change.entity());
                insert.setString(4, change.entityId());
                insert.setString(5, envelope.subject());
                insert.setString(
                        6,
                        envelope.text(
                                view,
                                ChangeLog.Difference.between(json, former, view).changed()));
                insert.setInt(7, lane);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
