package org.quartermaster.platform.db;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/** Where queries are read from: the rows of one tenant, or those of all. */
public interface Reads {
    /** The rows of several queries, in their order. */
    Uni<List<RowSet<Row>>> readAll(Caller caller, List<Query> queries);
}
