package org.quartermaster.platform.change;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.Reads;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/**
 * Reads the rows of all tenants, as the role of platform administration.
 * NB: nobody asks here whether the caller may; that is for the endpoint to do first.
 */
@ApplicationScoped
public final class SystemReads implements Reads {
    private final Writes writes;

    @Inject
    SystemReads(Writes writes) {
        this.writes = writes;
    }

    @Override
    public Uni<List<RowSet<Row>>> readAll(Caller caller, List<Query> queries) {
        return writes.writeGlobal(caller, unit -> unit.runAll(queries));
    }
}
