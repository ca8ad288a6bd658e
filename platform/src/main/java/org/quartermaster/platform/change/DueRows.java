package org.quartermaster.platform.change;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiFunction;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;

/** Background work on rows of many tenants whose time has come: one replica does it, each row in its own transaction. */
@ApplicationScoped
public final class DueRows {
    private final OneReplica replica;
    private final Writes writes;

    @Inject
    DueRows(OneReplica replica, Writes writes) {
        this.replica = replica;
        this.writes = writes;
    }

    private record Due(String tenant, String id) {
        static Due of(ResultSet row) throws SQLException {
            return new Due(row.getString(1), row.getString(2));
        }
    }

    /**
     * Does the work on each row, unless another replica is at it. A row that fails is logged, and does not hold up the
     * others; it is due at the next turn again. Blocking.
     *
     * @param name of the work, unique within the service
     * @param due a query for the tenant and the id of each row, bounded by a limit
     * @param work on the row with the id, as {@code system} in its tenant; it must bear that the row is due no more
     */
    public void run(String name, String due, BiFunction<UnitOfWork, String, Uni<Void>> work) throws SQLException {
        replica.run(name, connection -> Sql.query(connection, due, Due::of).forEach(row -> run(name, row, work)));
    }

    private void run(String name, Due row, BiFunction<UnitOfWork, String, Uni<Void>> work) {
        try {
            Awaiting.result(() -> writes.write(Caller.system(row.tenant), unit -> work.apply(unit, row.id)));
        } catch (RuntimeException failed) {
            Log.errorf(failed, "%s failed for %s in %s", name, row.id, row.tenant);
        }
    }
}
