package org.quartermaster.platform.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.event.Wake;
import org.quartermaster.platform.security.Caller;

/**
 * The way to write global rows: a transaction of the role {@code <svc>_system}, with its events. Blocking, and on a
 * connection of its own.
 */
@ApplicationScoped
public final class SystemWrites {
    /** The tenant of events that are for everybody. */
    public static final String PUBLIC = "public";

    private static final String OUTBOX = """
        insert into platform.outbox (event_id, tenant_id, entity, entity_id, subject, envelope)
        values (?, ?, ?, ?, ?, ?)
        """;

    private final SystemConnection database;
    private final ObjectMapper json;
    private final Wake wake;
    private final String service;

    @Inject
    SystemWrites(SystemConnection database, ObjectMapper json, Wake wake, PlatformConfig config) {
        this.database = database;
        this.json = json;
        this.wake = wake;
        this.service = config.service();
    }

    /** Work in one transaction; what it hands to {@code changed} becomes events of the tenant {@link #PUBLIC}. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the work, and gives what came of it. */
        T run(Connection connection, Consumer<Change> changed) throws SQLException;
    }

    /** Runs the work; it is committed with its events, or not at all. */
    public <T> T write(Caller caller, Work<T> work) throws SQLException {
        var told = new Caller(PUBLIC, caller.subject(), caller.roles(), caller.requestId(), caller.traceparent());
        var changes = new ArrayList<Change>();
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            var result = work.run(connection, changes::add);
            tell(connection, told, changes);
            connection.commit();
            wake.up();
            return result;
        }
    }

    private void tell(Connection connection, Caller caller, List<Change> changes) throws SQLException {
        for (var change : changes) {
            var id = Ids.uuid();
            ObjectNode view = json.valueToTree(change.view());
            ObjectNode before = change.before() == null ? null : json.valueToTree(change.before());
            var envelope = new Envelope(json, service, id, Instant.now(), caller, change);
            Sql.update(
                    connection,
                    OUTBOX,
                    id,
                    caller.tenant(),
                    change.entity(),
                    change.entityId(),
                    envelope.subject(),
                    envelope.text(view, Difference.between(json, before, view).changed()));
        }
    }
}
