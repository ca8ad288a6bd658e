package org.quartermaster.platform.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Publishes the present state of the reference entities of all tenants; through the outbox, so in order. */
@ApplicationScoped
class Snapshots implements JobKind {
    static final String NAME = "platform.snapshots";
    private static final int FETCH = 1_000;

    private final SystemConnection database;
    private final Instance<ReferenceEntities> kinds;
    private final Writes writes;

    @Inject
    Snapshots(SystemConnection database, @Any Instance<ReferenceEntities> kinds, Writes writes) {
        this.database = database;
        this.kinds = kinds;
        this.writes = writes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.ADMIN;
    }

    /** A snapshot that comes twice changes nothing. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        try (var connection = database.open()) {
            connection.setAutoCommit(false);
            var done = 0L;
            for (var kind : kinds) {
                done = publish(run, connection, kind, done);
            }
        }
        return Outcome.succeeded(null);
    }

    private long publish(JobRun run, Connection connection, ReferenceEntities kind, long before) throws SQLException {
        var done = before;
        try (var query = connection.prepareStatement(kind.keys())) {
            query.setFetchSize(FETCH);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var caller = Caller.system(rows.getString(1));
                    var id = rows.getString(2);
                    run.await(() -> kind.isOfSeveralTenants()
                            ? writes.writeGlobal(caller, unit -> kind.note(unit, id))
                            : writes.write(caller, unit -> kind.note(unit, id)));
                    run.progress(++done, null);
                }
            }
        }
        return done;
    }
}
